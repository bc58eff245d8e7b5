import type { Cmdlet } from '@cutover/powershell';
import { CustomObject } from '@cutover/powershell/values';
import { refusedParameters } from './session-parameters.ts';

const switches = ['IncludePortInSPN', 'NoMachineProfile', 'SkipCACheck', 'SkipCNCheck', 'SkipRevocationCheck'];

/** What scripts give New-PSSession as -SessionOption. The certificates of a session are not looked at here. */
export const newPSSessionOption: Cmdlet = {
  kind: 'cmdlet',
  name: 'New-PSSessionOption',
  module: 'Microsoft.PowerShell.Core',
  implementingType: 'Microsoft.PowerShell.Commands.NewPSSessionOptionCommand',
  parameters: [
    ...switches.map((name) => ({ name, type: 'SwitchParameter' })),
    ...refusedParameters(
      'ApplicationArguments CancelTimeout Culture IdleTimeout MaxConnectionRetryCount MaximumReceivedDataSizePerCommand MaximumReceivedObjectSize MaximumRedirection NoCompression NoEncryption OpenTimeout OperationTimeout OutputBufferingMode ProxyAccessType ProxyAuthentication ProxyCredential UICulture UseUTF16',
    ),
  ],
  create: ({ out, parameters }) => ({
    process: () => {
      const option = new CustomObject(['System.Management.Automation.Remoting.PSSessionOption', 'System.Object']);
      for (const name of switches) option.setNote(name, parameters[name] !== undefined);
      out.write(option);
    },
  }),
};
