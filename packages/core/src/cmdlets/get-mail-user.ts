import { z } from 'zod';
import { defineCmdlet, param, refusedAll, refused } from '../define-cmdlet.ts';
import { mailUser } from '../objects/recipients.ts';
import { identity, sortBy, unlimitedCount } from '../parameter-types.ts';

/** Lists the mail users: who signs in here and has the mailbox elsewhere. Source: Exchange `Get-MailUser`. */
export const getMailUser = defineCmdlet({
  name: 'Get-MailUser',
  synopsis: 'Lists the mail users: who signs in here and has the mailbox elsewhere.',
  description: 'A staged migration turns a mail user whose mailbox it migrates into a mailbox.',
  output: mailUser,
  returns: 'many',
  sets: ['AnrSet', 'Identity', 'HVEAccount'],
  cutoverSets: ['Identity', 'AnrSet'],
  parameters: {
    Anr: param(z.string().min(1), {
      type: 'String',
      help: 'Keeps what has this at the beginning of a name or address.',
      sets: ['AnrSet'],
    }),
    Filter: param(z.string().min(1), {
      type: 'String',
      help: "Keeps the objects that meet a condition, for example: Name -like 'A*'.",
    }),
    Identity: param(identity, {
      type: 'MailUserIdParameter',
      help: 'Name, alias, e-mail address, sign-in name or GUID of a mail user.',
      sets: ['Identity'],
      position: 0,
    }),
    ResultSize: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many objects to list at most, 1000 when it is left out; Unlimited lists all.',
    }),
    DomainController: refused({ type: 'Fqdn', sets: ['AnrSet', 'Identity'] }),
    SortBy: sortBy,
    ...refusedAll(
      { PSCredential: ['Credential'], SwitchParameter: ['IgnoreDefaultScope', 'ReadFromDomainController'] },
      { sets: ['AnrSet', 'Identity'] },
    ),
    ...refusedAll({ SwitchParameter: ['HVEAccount'] }, { sets: ['HVEAccount'] }),
    ...refusedAll({
      OrganizationalUnitIdParameter: ['OrganizationalUnit'],
      SwitchParameter: ['SharedWithMailUser', 'SoftDeletedMailUser'],
    }),
  },
  examples: [{ title: 'List the mail users', script: 'Get-MailUser -ResultSize Unlimited' }],
});
