import type { Cmdlet } from '@cutover/powershell';
import { textOf } from '@cutover/powershell/values';
import { findSessions } from './find-sessions.ts';
import { refusedParameters } from './session-parameters.ts';
import type { SessionTable } from './session-table.ts';

/** Lists the sessions that are open. */
export const getPSSession = (table: SessionTable): Cmdlet => ({
  kind: 'cmdlet',
  name: 'Get-PSSession',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['gsn'],
  implementingType: 'Microsoft.PowerShell.Commands.GetPSSessionCommand',
  defaultSet: 'Name',
  outputTypes: ['System.Management.Automation.Runspaces.PSSession'],
  parameters: [
    { name: 'Name', type: 'String[]', pipeline: 'property', sets: { Name: {}, ComputerName: {} } },
    { name: 'Id', type: 'Int32[]', pipeline: 'property', sets: { Id: { mandatory: true, position: 0 } } },
    { name: 'InstanceId', type: 'Guid[]', sets: { InstanceId: { mandatory: true } } },
    {
      name: 'ComputerName',
      type: 'String[]',
      aliases: ['Cn'],
      pipeline: 'property',
      sets: { ComputerName: { mandatory: true, position: 0 } },
    },
    { name: 'ConfigurationName', type: 'String', pipeline: 'property', sets: { ComputerName: {} } },
    ...refusedParameters(
      'AllowRedirection ApplicationName Authentication CertificateThumbprint ConnectionUri ContainerId Credential Port SessionOption State ThrottleLimit UseSSL VMId VMName',
    ),
  ],
  create: ({ out, parameters }) => ({
    process: () => {
      const wanted = textOf(parameters, 'ConfigurationName')?.toLowerCase();
      for (const session of findSessions(table, parameters)) {
        const { configurationName } = session.fields;
        if (wanted === undefined || configurationName.toLowerCase() === wanted) out.write(session);
      }
    },
  }),
});
