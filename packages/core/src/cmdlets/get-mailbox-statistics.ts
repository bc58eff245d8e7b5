import { defineCmdlet, param, refused, refusedAll } from '../define-cmdlet.ts';
import { mailboxStatistics } from '../objects/recipients.ts';
import { domainController, identity } from '../parameter-types.ts';

/** Shows how much is in a mailbox. Source: Exchange `Get-MailboxStatistics`. */
export const getMailboxStatistics = defineCmdlet({
  name: 'Get-MailboxStatistics',
  side: 'both',
  synopsis: 'Shows how much is in a mailbox.',
  description: '',
  output: mailboxStatistics,
  returns: 'many',
  sets: ['Database', 'Identity', 'Server'],
  cutoverSets: ['Identity'],
  onPremisesSets: ['Database', 'Server'],
  parameters: {
    Database: param(identity, {
      type: 'DatabaseIdParameter',
      help: 'Shows the mailboxes of this database of the on-premises organization.',
      onPremises: true,
      sets: ['Database'],
      mandatory: true,
      pipeline: 'value and property',
    }),
    DomainController: domainController,
    Identity: param(identity, {
      type: 'GeneralMailboxOrMailUserIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a mailbox.',
      sets: ['Identity'],
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
    }),
    Server: param(identity, {
      type: 'ServerIdParameter',
      help: 'Shows the mailboxes of this server of the on-premises organization.',
      onPremises: true,
      sets: ['Server'],
      mandatory: true,
      pipeline: 'value and property',
    }),
    StoreMailboxIdentity: refused({
      type: 'StoreMailboxIdParameter',
      sets: ['Database'],
      position: 0,
      pipeline: 'value and property',
    }),
    ...refusedAll({
      SwitchParameter: ['IncludeMoveHistory', 'IncludeMoveReport', 'IncludeQuarantineDetails', 'NoADLookup'],
    }),
    ...refusedAll(
      { SwitchParameter: ['Archive', 'IncludeSoftDeletedRecipients', 'UseCustomRouting'] },
      { sets: ['Identity'] },
    ),
    ...refusedAll({ ServerIdParameter: ['CopyOnServer'] }, { sets: ['Database', 'Identity'] }),
    ...refusedAll({ String: ['Filter'] }, { sets: ['Database', 'Server'] }),
    ...refusedAll({ SwitchParameter: ['IncludePassive'] }, { sets: ['Server'] }),
  },
  examples: [
    {
      title: 'Show how much is in a mailbox',
      script: 'Get-MailboxStatistics -Identity annb@contoso.com',
      expect: 'Ann Beebe',
    },
  ],
});
