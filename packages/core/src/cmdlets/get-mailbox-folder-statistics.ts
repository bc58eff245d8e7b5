import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { mailboxFolder } from '../objects/recipients.ts';
import { enumerator, identity, switchParameter, unlimitedCount } from '../parameter-types.ts';
import { folderScopes } from '../objects/enumerations.ts';

/** Lists the folders of a mailbox with what is in them. Source: Exchange `Get-MailboxFolderStatistics`. */
export const getMailboxFolderStatistics = defineCmdlet({
  name: 'Get-MailboxFolderStatistics',
  side: 'both',
  synopsis: 'Lists the folders of a mailbox with what is in them.',
  description: '',
  output: mailboxFolder,
  returns: 'many',
  sets: ['Identity', 'AuditLog', 'Database'],
  cutoverSets: ['Identity'],
  parameters: {
    FolderScope: param(enumerator(folderScopes), {
      type: 'ElcFolderType',
      help: 'Keeps the folder of this kind, for example Inbox.',
      values: folderScopes,
    }),
    Identity: param(identity, {
      type: 'GeneralMailboxOrMailUserIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a mailbox.',
      sets: ['Identity', 'AuditLog'],
      mandatory: ['Identity'],
      position: 0,
      pipeline: 'value and property',
    }),
    IncludeOldestAndNewestItems: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Adds the times of the oldest and of the newest item.',
    }),
    ResultSize: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many objects to list at most, 1000 when it is left out; Unlimited lists all.',
    }),
    ...refusedAll({
      String: ['DiagnosticInfo'],
      SwitchParameter: ['IncludeAnalysis', 'IncludeSoftDeletedRecipients'],
      Int32: ['SkipCount'],
    }),
    ...refusedAll({ SwitchParameter: ['Archive', 'UseCustomRouting'] }, { sets: ['Identity'] }),
    ...refusedAll({ SwitchParameter: ['AuditLog'] }, { sets: ['AuditLog'] }),
    ...refusedAll(
      { DatabaseIdParameter: ['Database'], StoreMailboxIdParameter: ['StoreMailboxIdentity'] },
      { sets: ['Database'], mandatory: true },
    ),
    ...refusedAll({ Fqdn: ['DomainController'] }, { sets: ['Identity', 'AuditLog'] }),
  },
  examples: [
    {
      title: 'List the folders of a mailbox',
      script: 'Get-MailboxFolderStatistics -Identity annb@contoso.com',
      expect: 'Inbox',
    },
  ],
});
