import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { recipientPermission } from '../objects/organisation.ts';
import { identity, unlimitedCount } from '../parameter-types.ts';

/** Lists who may send as a recipient. Source: Exchange `Get-RecipientPermission`. */
export const getRecipientPermission = defineCmdlet({
  name: 'Get-RecipientPermission',
  synopsis: 'Lists who may send as a recipient.',
  description: '',
  output: recipientPermission,
  returns: 'many',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  parameters: {
    Identity: param(identity, {
      type: 'RecipientIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a recipient.',
      position: 0,
      pipeline: 'value and property',
    }),
    ResultSize: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many objects to list at most, 1000 when it is left out; Unlimited lists all.',
    }),
    Trustee: param(identity, { type: 'SecurityPrincipalIdParameter', help: 'Keeps the rights of this one.' }),
    ...refusedAll({
      MultiValuedProperty: ['AccessRights'],
      SwitchParameter: ['IncludeTrusteeWithPrimarySmtpAddress', 'ReadFromDomainController'],
    }),
  },
  examples: [{ title: 'List the rights', script: 'Get-RecipientPermission -Identity annb@contoso.com' }],
});
