import { TimeSpan } from '../../dotnet/index.ts';
import { numberOf, switchOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';

const ticksPerMillisecond = 10_000n;

/** Times in ms, with what they are where nothing is said. */
const times: Readonly<Record<string, number>> = {
  OpenTimeout: 180_000,
  CancelTimeout: 60_000,
  OperationTimeout: 180_000,
  IdleTimeout: -1,
};
const numbers: Readonly<Record<string, number | null>> = {
  MaximumRedirection: 5,
  MaxConnectionRetryCount: 5,
  MaximumReceivedDataSizePerCommand: null,
  MaximumReceivedObjectSize: null,
};
const switches = [
  'IncludePortInSPN',
  'NoCompression',
  'NoEncryption',
  'NoMachineProfile',
  'SkipCACheck',
  'SkipCNCheck',
  'SkipRevocationCheck',
  'UseUTF16',
];
const values: readonly ParameterSpec[] = [
  { name: 'ApplicationArguments', type: 'System.Management.Automation.PSPrimitiveDictionary' },
  { name: 'Culture', type: 'System.Globalization.CultureInfo' },
  { name: 'UICulture', type: 'System.Globalization.CultureInfo' },
  { name: 'ProxyCredential', type: 'PSCredential' },
  { name: 'OutputBufferingMode' },
  { name: 'ProxyAccessType' },
  { name: 'ProxyAuthentication' },
].map((spec) => ({ ...spec, unsupported: true }));

/** What New-PSSession takes as `-SessionOption`: a description without an effect of its own. */
export const newPSSessionOption: Cmdlet = {
  kind: 'cmdlet',
  name: 'New-PSSessionOption',
  module: 'Microsoft.PowerShell.Core',
  implementingType: 'Microsoft.PowerShell.Commands.NewPSSessionOptionCommand',
  parameters: [
    ...Object.keys(times).map((name) => ({ name, type: 'Int32', aliases: [`${name}MSec`] })),
    ...Object.keys(numbers).map((name) => ({ name, type: 'Int32' })),
    ...switches.map((name) => ({ name, type: 'SwitchParameter' })),
    ...values,
  ],
  create: (context) => ({ end: () => context.out.write(optionOf(context)) }),
};

function optionOf({ parameters }: CommandContext): CustomObject {
  const option = new CustomObject(['System.Management.Automation.Remoting.PSSessionOption', 'System.Object']);
  for (const [name, ordinary] of Object.entries(numbers)) {
    option.setNote(
      name === 'MaximumRedirection' ? 'MaximumConnectionRedirectionCount' : name,
      numberOf(parameters, name) ?? ordinary,
    );
  }
  for (const name of switches) option.setNote(name, switchOf(parameters, name));
  for (const [name, ordinary] of Object.entries(times)) {
    option.setNote(name, new TimeSpan(BigInt(numberOf(parameters, name) ?? ordinary) * ticksPerMillisecond));
  }
  return option;
}
