import { Version } from '../../dotnet/index.ts';
import { switchOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { isNumeric, toNumber } from '../../runtime/values/number-types.ts';

const newest = new Version(7, 6, 5);
/** Versions that PowerShell itself has had: the highest minor one of each. */
const minors: Readonly<Record<number, number>> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 1, 6: 2, 7: 6 };

/** `Latest` and whole numbers are versions, too. Source: SetStrictModeCommand.ArgumentToVersionTransformationAttribute. */
function toVersion(value: unknown): unknown {
  if (isNumeric(value) && Number.isInteger(toNumber(value))) return new Version(toNumber(value), 0);
  if (typeof value !== 'string') return value;
  if (value.toLowerCase() === 'latest') return newest;
  return /^\d+$/.test(value) ? new Version(Number(value), 0) : value;
}

export const setStrictMode: Cmdlet = {
  kind: 'cmdlet',
  name: 'Set-StrictMode',
  module: 'Microsoft.PowerShell.Core',
  implementingType: 'Microsoft.PowerShell.Commands.SetStrictModeCommand',
  defaultSet: 'Version',
  parameters: [
    { name: 'Off', type: 'SwitchParameter', sets: { Off: { mandatory: true } } },
    {
      name: 'Version',
      type: 'Version',
      aliases: ['v'],
      sets: { Version: { mandatory: true } },
      transform: toVersion,
      validate: [{ kind: 'powerShellVersion', minors }],
    },
  ],
  create: ({ session, parameters }) => ({
    end: () => {
      const version = parameters['Version'];
      const isOff = switchOf(parameters, 'Off') || !(version instanceof Version);
      session.strict.set(session.scope, isOff ? 0 : version.major);
    },
  }),
};
