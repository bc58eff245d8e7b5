import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { domainController, identity, shouldProcess } from '../parameter-types.ts';

/** Takes a member out of a distribution group. Source: Exchange `Remove-DistributionGroupMember`. */
export const removeDistributionGroupMember = defineCmdlet({
  name: 'Remove-DistributionGroupMember',
  synopsis: 'Takes a member out of a distribution group.',
  description: '',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Removing the distribution group member', impact: 'High' },
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
      type: 'GeneralRecipientIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a recipient.',
      pipeline: 'value and property',
    }),
    ...refusedAll({ SwitchParameter: ['BypassSecurityGroupManagerCheck'] }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Take a member out',
      script:
        'New-DistributionGroup -Name Sales -Members annb@contoso.com; Remove-DistributionGroupMember -Identity Sales -Member annb@contoso.com -Confirm:$false',
      expect: 'Sales',
    },
  ],
});
