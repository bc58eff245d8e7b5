import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { mailContact } from '../objects/recipients.ts';
import { domainController, identity, sortBy, unlimitedCount } from '../parameter-types.ts';

/** Lists the mail contacts of the organization. Source: Exchange `Get-MailContact`. */
export const getMailContact = defineCmdlet({
  name: 'Get-MailContact',
  side: 'both',
  synopsis: 'Lists the mail contacts of the organization.',
  description: '',
  output: mailContact,
  returns: 'many',
  sets: ['AnrSet', 'Identity'],
  cutoverSets: ['Identity', 'AnrSet'],
  parameters: {
    ANR: param(z.string().min(1), {
      type: 'String',
      help: 'Keeps what has this at the beginning of a name or address.',
      sets: ['AnrSet'],
    }),
    DomainController: domainController,
    Filter: param(z.string().min(1), {
      type: 'String',
      help: "Keeps the objects that meet a condition, for example: Department -eq 'Sales'.",
    }),
    Identity: param(identity, {
      type: 'MailContactIdParameter',
      help: 'Name, alias, e-mail address or GUID of a contact.',
      sets: ['Identity'],
      position: 0,
      pipeline: 'value and property',
    }),
    ResultSize: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many objects to list at most, 1000 when it is left out; Unlimited lists all.',
    }),
    SortBy: sortBy,
    ...refusedAll({
      PSCredential: ['Credential'],
      SwitchParameter: ['IgnoreDefaultScope', 'ReadFromDomainController'],
      OrganizationalUnitIdParameter: ['OrganizationalUnit'],
      'RecipientTypeDetails[]': ['RecipientTypeDetails'],
    }),
  },
  examples: [{ title: 'List all contacts', script: 'Get-MailContact' }],
});
