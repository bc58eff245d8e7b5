import { z } from 'zod';
import { defineCmdlet, param, refused, refusedAll } from '../define-cmdlet.ts';
import { mailbox } from '../objects/recipients.ts';
import { enumerators, identity, sortBy, unlimitedCount } from '../parameter-types.ts';
import { recipientTypeDetails } from '../objects/enumerations.ts';

/** Lists the mailboxes of the organization. Source: Exchange `Get-Mailbox`. */
export const getMailbox = defineCmdlet({
  name: 'Get-Mailbox',
  side: 'both',
  synopsis: 'Lists the mailboxes of the organization.',
  description:
    'Without parameters it lists all of them. -Identity takes wildcards, -Filter a condition, -Anr the beginning of a name or address.',
  output: mailbox,
  returns: 'many',
  sets: ['AnrSet', 'DatabaseSet', 'Identity', 'ServerSet', 'MailboxPlanSet'],
  cutoverSets: ['Identity', 'AnrSet'],
  onPremisesSets: ['DatabaseSet', 'ServerSet'],
  parameters: {
    Anr: param(z.string().min(1), {
      type: 'String',
      help: 'Keeps what has this at the beginning of a name or address.',
      sets: ['AnrSet'],
    }),
    Database: param(identity, {
      type: 'DatabaseIdParameter',
      help: 'Keeps the mailboxes of this database of the on-premises organization.',
      sets: ['DatabaseSet'],
      pipeline: 'value and property',
      onPremises: true,
    }),
    Filter: param(z.string().min(1), {
      type: 'String',
      help: "Keeps the objects that meet a condition, for example: Department -eq 'Sales'.",
    }),
    Identity: param(identity, {
      type: 'MailboxIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a mailbox.',
      sets: ['Identity'],
      position: 0,
      pipeline: 'value and property',
    }),
    MailboxPlan: refused({ type: 'MailboxPlanIdParameter', sets: ['MailboxPlanSet'], pipeline: 'value and property' }),
    RecipientTypeDetails: param(enumerators(recipientTypeDetails), {
      type: 'RecipientTypeDetails[]',
      help: 'Keeps the objects of these kinds.',
      values: recipientTypeDetails,
    }),
    ResultSize: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many objects to list at most, 1000 when it is left out; Unlimited lists all.',
    }),
    Server: param(identity, {
      type: 'ServerIdParameter',
      help: 'Keeps the mailboxes of this server of the on-premises organization.',
      sets: ['ServerSet'],
      pipeline: 'value and property',
      onPremises: true,
    }),
    SortBy: sortBy,
    ...refusedAll({
      SwitchParameter: ['Archive', 'GroupMailbox', 'Migration', 'PublicFolder'],
      OrganizationalUnitIdParameter: ['OrganizationalUnit'],
    }),
    ...refusedAll(
      {
        SwitchParameter: [
          'Arbitration',
          'AuditLog',
          'AuxAuditLog',
          'IgnoreDefaultScope',
          'Monitoring',
          'ReadFromDomainController',
          'RemoteArchive',
          'SupervisoryReviewPolicy',
        ],
        PSCredential: ['Credential'],
        Fqdn: ['DomainController'],
      },
      { sets: ['AnrSet', 'DatabaseSet', 'Identity', 'ServerSet'] },
    ),
    ...refusedAll(
      {
        SwitchParameter: [
          'InactiveMailboxOnly',
          'IncludeAcceptMessagesOnlyFromDLMembersWithDisplayNames',
          'IncludeAcceptMessagesOnlyFromSendersOrMembersWithDisplayNames',
          'IncludeAcceptMessagesOnlyFromWithDisplayNames',
          'IncludeEmailAddressDisplayNames',
          'IncludeForwardingAddressWithDisplayNames',
          'IncludeGrantSendOnBehalfToWithDisplayNames',
          'IncludeInactiveMailbox',
          'SoftDeletedMailbox',
        ],
      },
      { sets: ['AnrSet', 'Identity', 'MailboxPlanSet'] },
    ),
  },
  examples: [{ title: 'Show one mailbox', script: 'Get-Mailbox -Identity annb@contoso.com', expect: 'Ann Beebe' }],
});
