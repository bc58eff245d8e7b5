import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { mailboxPermission } from '../objects/organisation.ts';
import { domainController, identity, unlimitedCount } from '../parameter-types.ts';

/** Lists who has rights to a mailbox. Source: Exchange `Get-MailboxPermission`. */
export const getMailboxPermission = defineCmdlet({
  name: 'Get-MailboxPermission',
  side: 'both',
  synopsis: 'Lists who has rights to a mailbox.',
  description: '',
  output: mailboxPermission,
  returns: 'many',
  sets: ['Owner', 'AccessRights'],
  cutoverSets: ['AccessRights'],
  parameters: {
    DomainController: domainController,
    Identity: param(identity, {
      type: 'MailboxIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a mailbox.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
    }),
    ResultSize: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many objects to list at most, 1000 when it is left out; Unlimited lists all.',
    }),
    User: param(identity, {
      type: 'SecurityPrincipalIdParameter',
      help: 'Keeps the rights of this one.',
      sets: ['AccessRights'],
    }),
    ...refusedAll({
      PSCredential: ['Credential'],
      SwitchParameter: ['GroupMailbox', 'IncludeUserWithDisplayName', 'ReadFromDomainController', 'UseCustomRouting'],
    }),
    ...refusedAll(
      { SwitchParameter: ['IncludeSoftDeletedUserPermissions', 'IncludeUnresolvedPermissions', 'SoftDeletedMailbox'] },
      { sets: ['AccessRights'] },
    ),
    ...refusedAll({ SwitchParameter: ['Owner'] }, { sets: ['Owner'] }),
  },
  examples: [{ title: 'List the rights', script: 'Get-MailboxPermission -Identity annb@contoso.com' }],
});
