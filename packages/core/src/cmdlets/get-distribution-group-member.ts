import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { recipient } from '../objects/recipients.ts';
import { domainController, identity, unlimitedCount } from '../parameter-types.ts';

/** Lists the members of a distribution group. Source: Exchange `Get-DistributionGroupMember`. */
export const getDistributionGroupMember = defineCmdlet({
  name: 'Get-DistributionGroupMember',
  side: 'both',
  synopsis: 'Lists the members of a distribution group.',
  description: '',
  output: recipient,
  returns: 'many',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  parameters: {
    DomainController: domainController,
    Identity: param(identity, {
      type: 'DistributionGroupMemberIdParameter',
      help: 'Name, alias, e-mail address or GUID of a group.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
    }),
    ResultSize: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many objects to list at most, 1000 when it is left out; Unlimited lists all.',
    }),
    ...refusedAll({
      PSCredential: ['Credential'],
      SwitchParameter: ['IgnoreDefaultScope', 'IncludeSoftDeletedObjects', 'ReadFromDomainController'],
    }),
  },
  examples: [
    {
      title: 'List the members of a group',
      script:
        '$null = New-DistributionGroup -Name Sales -Members annb@contoso.com; Get-DistributionGroupMember -Identity Sales',
      expect: 'Ann Beebe',
    },
  ],
});
