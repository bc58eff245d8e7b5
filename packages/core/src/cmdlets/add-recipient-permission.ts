import { defineCmdlet, param } from '../define-cmdlet.ts';
import { recipientPermission } from '../objects/organisation.ts';
import { identity, sendAsRights, shouldProcess } from '../parameter-types.ts';

/** Gives somebody the right to send as a recipient. Source: Exchange `Add-RecipientPermission`. */
export const addRecipientPermission = defineCmdlet({
  name: 'Add-RecipientPermission',
  synopsis: 'Gives somebody the right to send as a recipient.',
  description: '',
  output: recipientPermission,
  returns: 'one',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Adding the recipient permission', impact: 'High' },
  parameters: {
    AccessRights: param(sendAsRights, {
      type: 'MultiValuedProperty',
      help: 'SendAs.',
      mandatory: true,
      pipeline: 'value and property',
    }),
    Identity: param(identity, {
      type: 'RecipientIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a recipient.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
    }),
    Trustee: param(identity, {
      type: 'SecurityPrincipalIdParameter',
      help: 'Who is given the right.',
      mandatory: true,
      pipeline: 'value and property',
    }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Let somebody send as another',
      script:
        'Add-RecipientPermission -Identity annb@contoso.com -Trustee administrator@contoso.com -AccessRights SendAs -Confirm:$false',
      expect: 'SendAs',
    },
  ],
});
