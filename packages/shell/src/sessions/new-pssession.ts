import type { Cmdlet, CommandContext } from '@cutover/powershell';
import {
  ErrorRecord,
  ExceptionValue,
  listOf,
  type ParameterSpec,
  textOf,
  textsOf,
  toText,
} from '@cutover/powershell/values';
import { withPassword } from '../migration/credentials.ts';
import { shellErrors } from '../errors.ts';
import { authenticationMechanisms, refusedParameters } from './session-parameters.ts';
import type { PSSession } from './ps-session.ts';
import { newSessionId, type SessionTable } from './session-table.ts';

const uri = (use: object = {}) => ({ sets: { Uri: use } });

const parameters: readonly ParameterSpec[] = [
  {
    name: 'ConnectionUri',
    type: 'Uri[]',
    aliases: ['URI', 'CU'],
    pipeline: 'property',
    ...uri({ mandatory: true, position: 0 }),
  },
  { name: 'ConfigurationName', type: 'String', pipeline: 'property', ...uri() },
  { name: 'Credential', pipeline: 'property', ...uri() },
  { name: 'Authentication', type: 'String', ...authenticationMechanisms, ...uri() },
  { name: 'AllowRedirection', type: 'SwitchParameter', ...uri() },
  { name: 'SessionOption', ...uri() },
  { name: 'ThrottleLimit', type: 'Int32', ...uri() },
  { name: 'Name', type: 'String[]' },
  ...refusedParameters(
    'ApplicationName CertificateThumbprint ComputerName ConnectingTimeout ContainerId EnableNetworkAccess HostName KeyFilePath Options Port RunAsAdministrator Session SSHConnection SSHTransport Subsystem UserName UseSSL UseWindowsPowerShell VMId VMName',
  ),
];

/** Opens sessions in organisations: the connection's address decides in which. */
export const newPSSession = (table: SessionTable): Cmdlet => ({
  kind: 'cmdlet',
  name: 'New-PSSession',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['nsn'],
  implementingType: 'Microsoft.PowerShell.Commands.NewPSSessionCommand',
  defaultSet: 'Uri',
  outputTypes: ['System.Management.Automation.Runspaces.PSSession'],
  parameters,
  create: (context) => ({
    process: () => {
      const names = textsOf(context.parameters, 'Name') ?? [];
      const uris = listOf(context.parameters['ConnectionUri']) ?? [];
      for (const [index, each] of uris.entries()) {
        const session = openSession(context, table, { connectionUri: toText(each), name: names[index] });
        if (session) context.out.write(session);
      }
    },
  }),
});

/** Opens a session; says why not when it cannot be. */
export function openSession(
  context: CommandContext,
  table: SessionTable,
  { connectionUri, name }: { connectionUri: string; name?: string | undefined },
): PSSession | undefined {
  const configurationName = textOf(context.parameters, 'ConfigurationName') ?? '';
  const computerName = URL.canParse(connectionUri) ? new URL(connectionUri).hostname : connectionUri;
  if (configurationName.toLowerCase() !== 'microsoft.exchange') {
    return failToOpen(context, computerName, shellErrors.notExchange({ configurationName }).message);
  }
  const side = isCloud(computerName) ? 'cloud' : 'onPremises';
  const fields = { name, computerName, configurationName, side, instanceId: newSessionId() } as const;
  if (side === 'cloud') return table.add(fields);
  const given = context.parameters['Credential'];
  if (given === undefined || given === null) {
    return failToOpen(context, computerName, shellErrors.credentialMissing({}).message);
  }
  const credential = withPassword(given, { context, passwords: table.options.passwords });
  for (const message of table.options.sessions.open({ id: fields.instanceId, connectionUri, credential })) {
    if (message.kind === 'error') return failToOpen(context, computerName, message.error.message);
  }
  return table.add(fields);
}

/** Hosts of Exchange Online. */
const isCloud = (host: string): boolean =>
  /(^|\.)(outlook\.com|office365\.com|office\.com|office365\.us|partner\.outlook\.cn)$/i.test(host);

/** Source: what New-PSSession reports; the pipeline goes on. */
function failToOpen(context: CommandContext, computerName: string, reason: string): undefined {
  const message = `[${computerName}] Connecting to remote server ${computerName} failed with the following error message : ${reason} For more information, see the about_Remote_Troubleshooting Help topic.`;
  const exception = new ExceptionValue('System.Management.Automation.Remoting.PSRemotingTransportException', message);
  context.writeError(
    new ErrorRecord({ exception, id: 'PSSessionOpenFailed', category: 'OpenError', target: computerName }),
  );
}
