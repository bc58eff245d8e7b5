import type { Cmdlet } from '@cutover/powershell';
import { switchOf, textOf, textsOf } from '@cutover/powershell/values';
import { importCommands } from './import-commands.ts';
import { PSSession, psSessionType } from './ps-session.ts';
import { refusedParameters } from './session-parameters.ts';
import { newSessionId, type SessionTable } from './session-table.ts';

/** Puts the commands of a session in sight, by their own names or with a prefix. */
export const importPSSession = (table: SessionTable): Cmdlet => ({
  kind: 'cmdlet',
  name: 'Import-PSSession',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['ipsn'],
  implementingType: 'Microsoft.PowerShell.Commands.ImportPSSessionCommand',
  outputTypes: ['System.Management.Automation.PSModuleInfo'],
  parameters: [
    { name: 'Session', type: psSessionType, mandatory: true, position: 0 },
    { name: 'CommandName', type: 'String[]', aliases: ['Name'], position: 2 },
    { name: 'FormatTypeName', type: 'String[]', position: 3, unsupported: true },
    { name: 'Prefix', type: 'String' },
    { name: 'AllowClobber', type: 'SwitchParameter' },
    { name: 'DisableNameChecking', type: 'SwitchParameter' },
    ...refusedParameters('ArgumentList Certificate CommandType FullyQualifiedModule Module'),
  ],
  create: (context) => ({
    process: () => {
      const { out, parameters } = context;
      const session = parameters['Session'];
      if (!(session instanceof PSSession)) return;
      const module = importCommands(context, {
        backend: table.backendOf(session),
        side: session.fields.side,
        passwords: table.options.passwords,
        module: `tmp_${newSessionId().slice(0, 8)}.${newSessionId().slice(0, 3)}`,
        prefix: textOf(parameters, 'Prefix'),
        names: textsOf(parameters, 'CommandName'),
        clobbers: switchOf(parameters, 'AllowClobber'),
      });
      module.description = `Implicit remoting for ${session.fields.computerName}`;
      out.write(module);
    },
  }),
});
