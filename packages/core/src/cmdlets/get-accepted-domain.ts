import { defineCmdlet, param } from '../define-cmdlet.ts';
import { acceptedDomain } from '../objects/organisation.ts';
import { domainController, identity, unlimitedCount } from '../parameter-types.ts';

/** Lists the domains that the organization takes mail for. Source: Exchange `Get-AcceptedDomain`. */
export const getAcceptedDomain = defineCmdlet({
  name: 'Get-AcceptedDomain',
  synopsis: 'Lists the domains that the organization takes mail for.',
  description: '',
  output: acceptedDomain,
  returns: 'many',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  parameters: {
    DomainController: domainController,
    Identity: param(identity, {
      type: 'AcceptedDomainIdParameter',
      help: 'Name of the domain.',
      position: 0,
      pipeline: 'value and property',
    }),
    ResultSize: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many objects to list at most, 1000 when it is left out; Unlimited lists all.',
    }),
  },
  examples: [{ title: 'List the accepted domains', script: 'Get-AcceptedDomain', expect: 'contoso.com' }],
});
