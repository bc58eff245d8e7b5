import type { Cmdlet, CommandContext } from '@cutover/powershell';
import { toText } from '@cutover/powershell/values';
import { findSessions } from './find-sessions.ts';
import { importCommands, removeCommands } from './import-commands.ts';
import { openSession } from './new-pssession.ts';
import { type PSSession, psSessionType } from './ps-session.ts';
import { authenticationMechanisms, refusedParameters } from './session-parameters.ts';
import { newSessionId, type SessionTable } from './session-table.ts';

const uri = { sets: { Uri: {} } } as const;

/** From then on commands go to a session, until Exit-PSSession. */
export const enterPSSession = (table: SessionTable): Cmdlet => ({
  kind: 'cmdlet',
  name: 'Enter-PSSession',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['etsn'],
  implementingType: 'Microsoft.PowerShell.Commands.EnterPSSessionCommand',
  defaultSet: 'Session',
  parameters: [
    { name: 'Session', type: psSessionType, pipeline: 'both', sets: { Session: { position: 0 } } },
    {
      name: 'ConnectionUri',
      type: 'Uri',
      aliases: ['URI', 'CU'],
      pipeline: 'property',
      sets: { Uri: { position: 1 } },
    },
    { name: 'InstanceId', type: 'Guid', pipeline: 'property', sets: { InstanceId: {} } },
    { name: 'Id', type: 'Int32', pipeline: 'property', sets: { Id: { position: 0 } } },
    { name: 'Name', type: 'String', pipeline: 'property', sets: { Name: {} } },
    { name: 'ConfigurationName', type: 'String', pipeline: 'property', ...uri },
    { name: 'Credential', pipeline: 'property', ...uri },
    { name: 'Authentication', type: 'String', ...authenticationMechanisms, ...uri },
    { name: 'AllowRedirection', type: 'SwitchParameter', ...uri },
    { name: 'SessionOption', ...uri },
    ...refusedParameters(
      'ApplicationName CertificateThumbprint ComputerName ConnectingTimeout ContainerId EnableNetworkAccess HostName KeyFilePath Options Port RunAsAdministrator SSHTransport Subsystem UserName UseSSL VMId VMName',
    ),
  ],
  create: (context) => ({
    process: () => {
      const session = sessionFor(context, table);
      if (session) enter(context, table, session);
    },
  }),
});

function sessionFor(context: CommandContext, table: SessionTable): PSSession | undefined {
  const uri = context.parameters['ConnectionUri'];
  if (uri !== undefined) return openSession(context, table, { connectionUri: toText(uri) });
  return findSessions(table, context.parameters)[0];
}

function enter(context: CommandContext, table: SessionTable, session: PSSession): void {
  const hidden = new Map(context.session.global.functions);
  const module = importCommands(context, {
    backend: table.backendOf(session),
    side: session.fields.side,
    passwords: table.options.passwords,
    module: `tmp_${newSessionId().slice(0, 8)}`,
    clobbers: true,
  });
  table.enter({
    session,
    leave: (leaving) => {
      removeCommands(leaving, module);
      for (const key of module.exports.functions.keys()) {
        const before = hidden.get(key);
        if (before) leaving.session.global.functions.set(key, before);
      }
    },
  });
}

/** Goes back to where Enter-PSSession was called. */
export const exitPSSession = (table: SessionTable): Cmdlet => ({
  kind: 'cmdlet',
  name: 'Exit-PSSession',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['exsn'],
  implementingType: 'Microsoft.PowerShell.Commands.ExitPSSessionCommand',
  parameters: [],
  create: (context) => ({ process: () => table.exit(context) }),
});
