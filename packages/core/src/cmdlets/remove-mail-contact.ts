import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { domainController, identity, shouldProcess } from '../parameter-types.ts';

/** Removes a mail contact. Source: Exchange `Remove-MailContact`. */
export const removeMailContact = defineCmdlet({
  name: 'Remove-MailContact',
  synopsis: 'Removes a mail contact.',
  description: '',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Removing the mail contact', impact: 'High' },
  parameters: {
    DomainController: domainController,
    Identity: param(identity, {
      type: 'MailContactIdParameter',
      help: 'Name, alias, e-mail address or GUID of a contact.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
    }),
    ...refusedAll({ SwitchParameter: ['IgnoreDefaultScope'] }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Remove a contact',
      script:
        'New-MailContact -Name Partner -ExternalEmailAddress partner@fabrikam.com; Remove-MailContact -Identity Partner -Confirm:$false',
      expect: 'Partner',
    },
  ],
});
