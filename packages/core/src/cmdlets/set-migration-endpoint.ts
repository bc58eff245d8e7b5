import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { authenticationMethods, migrationMailboxPermissions } from '../objects/enumerations.ts';
import {
  credential,
  domainController,
  enumerator,
  fqdn,
  identity,
  partition,
  shouldProcess,
  switchParameter,
  unlimitedCount,
} from '../parameter-types.ts';

/** Changes the connection settings of a source organization. Source: Exchange `Set-MigrationEndpoint`. */
export const setMigrationEndpoint = defineCmdlet({
  name: 'Set-MigrationEndpoint',
  synopsis: 'Changes the connection settings of a source organization.',
  description:
    'The connection is tested with the new settings first, unless -SkipVerification. A batch that runs takes them the next time that it is worked on, or by Set-MigrationBatch -Update.',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Updating the migration endpoint', impact: 'Medium' },
  parameters: {
    AcceptUntrustedCertificates: param(z.boolean(), {
      type: 'Boolean',
      help: 'Accepts a certificate of an authority that is not trusted.',
    }),
    Authentication: param(enumerator(authenticationMethods), {
      type: 'AuthenticationMethod',
      help: 'How to sign in at the RPC proxy. A cutover can use Basic and Ntlm.',
      values: authenticationMethods,
    }),
    Credentials: param(credential, {
      type: 'PSCredential',
      help: 'Account in the source organization, as DOMAIN\\user or user principal name.',
    }),
    DomainController: domainController,
    ExchangeServer: param(fqdn, {
      type: 'String',
      help: 'Fully qualified name of the Exchange server that holds the mailboxes.',
    }),
    Identity: param(identity, {
      type: 'MigrationEndpointIdParameter',
      help: 'Name or GUID of the endpoint.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
      completes: 'endpoint',
    }),
    MailboxPermission: param(enumerator(migrationMailboxPermissions), {
      type: 'MigrationMailboxPermission',
      help: 'What lets the account open other mailboxes.',
      values: migrationMailboxPermissions,
    }),
    MaxConcurrentIncrementalSyncs: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many mailboxes have a later sync at the same time.',
    }),
    MaxConcurrentMigrations: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many mailboxes are migrated at the same time.',
    }),
    NspiServer: param(fqdn, {
      type: 'String',
      help: 'Fully qualified name of the address book server, when it is not the Exchange server.',
    }),
    Partition: partition,
    RpcProxyServer: param(fqdn, {
      type: 'Fqdn',
      help: 'Fully qualified name of the RPC proxy, the public name of Outlook Anywhere.',
    }),
    SkipVerification: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Stores the settings without a test of the connection.',
    }),
    SourceMailboxLegacyDN: param(z.string().min(1), {
      type: 'String',
      help: 'Legacy name of a mailbox of the source that a test logs on to.',
    }),
    TestMailbox: param(identity, {
      type: 'MailboxIdParameter',
      help: 'Address of a mailbox of the source that a test logs on to.',
    }),
    ...refusedAll({
      String: ['AppSecretKeyVaultUrl', 'ApplicationId', 'PublicFolderDatabaseServerLegacyDN'],
      Int32: ['Port'],
      Fqdn: ['RemoteServer'],
      IMAPSecurityMechanism: ['Security'],
      'Byte[]': ['ServiceAccountKeyFileData'],
    }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Migrate more mailboxes at the same time',
      script: 'Set-MigrationEndpoint -Identity Contoso -MaxConcurrentMigrations 5',
    },
  ],
});
