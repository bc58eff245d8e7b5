import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { domainController, identity, shouldProcess } from '../parameter-types.ts';

/** Adds a member to a distribution group. Source: Exchange `Add-DistributionGroupMember`. */
export const addDistributionGroupMember = defineCmdlet({
  name: 'Add-DistributionGroupMember',
  synopsis: 'Adds a member to a distribution group.',
  description: '',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Adding the distribution group member', impact: 'Medium' },
  parameters: {
    DomainController: domainController,
    Identity: param(identity, {
      type: 'DistributionGroupIdParameter',
      help: 'Name, alias, e-mail address or GUID of a group.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
    }),
    Member: param(identity, {
      type: 'RecipientWithAdUserGroupIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a recipient.',
      pipeline: 'value and property',
    }),
    ...refusedAll({ SwitchParameter: ['BypassSecurityGroupManagerCheck'] }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Add a member',
      script: 'New-DistributionGroup -Name Sales; Add-DistributionGroupMember -Identity Sales -Member annb@contoso.com',
      expect: 'Sales',
    },
  ],
});
