import type { Cmdlet } from '@cutover/powershell';
import { findSessions } from './find-sessions.ts';
import { psSessionType } from './ps-session.ts';
import { refusedParameters } from './session-parameters.ts';
import type { SessionTable } from './session-table.ts';

/** Closes sessions; what was imported from them stays, and says that they are closed. */
export const removePSSession = (table: SessionTable): Cmdlet => ({
  kind: 'cmdlet',
  name: 'Remove-PSSession',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['rsn'],
  implementingType: 'Microsoft.PowerShell.Commands.RemovePSSessionCommand',
  defaultSet: 'Id',
  confirms: 'Medium',
  parameters: [
    { name: 'Id', type: 'Int32[]', pipeline: 'property', sets: { Id: { mandatory: true, position: 0 } } },
    {
      name: 'Session',
      type: `${psSessionType}[]`,
      pipeline: 'both',
      sets: { Session: { mandatory: true, position: 0 } },
    },
    { name: 'Name', type: 'String[]', pipeline: 'property', sets: { Name: { mandatory: true } } },
    { name: 'InstanceId', type: 'Guid[]', pipeline: 'property', sets: { InstanceId: { mandatory: true } } },
    {
      name: 'ComputerName',
      type: 'String[]',
      aliases: ['Cn'],
      pipeline: 'property',
      sets: { ComputerName: { mandatory: true, position: 0 } },
    },
    ...refusedParameters('ContainerId VMId VMName'),
  ],
  create: (context) => ({
    process: () => {
      for (const session of findSessions(table, context.parameters)) {
        const { fields } = session;
        if (context.shouldProcess(`${fields.name} (${fields.computerName})`, 'Remove')) table.remove(session);
      }
    },
  }),
});
