import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { domainController, enumerator, identity, shouldProcess } from '../parameter-types.ts';
import { acceptedDomainTypes } from '../objects/enumerations.ts';

/** Changes an accepted domain. Source: Exchange `Set-AcceptedDomain`. */
export const setAcceptedDomain = defineCmdlet({
  name: 'Set-AcceptedDomain',
  synopsis: 'Changes an accepted domain.',
  description: '',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Updating the accepted domain', impact: 'Medium' },
  parameters: {
    DomainController: domainController,
    DomainType: param(enumerator(acceptedDomainTypes), {
      type: 'AcceptedDomainType',
      help: 'Whether every address of it must be known here.',
      values: acceptedDomainTypes,
    }),
    Identity: param(identity, {
      type: 'AcceptedDomainIdParameter',
      help: 'Name of the domain.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
    }),
    MakeDefault: param(z.boolean(), { type: 'Boolean', help: 'Makes it the domain of new addresses.' }),
    ...refusedAll({
      Boolean: [
        'AddressBookEnabled',
        'CanHaveCloudCache',
        'EnableNego2Authentication',
        'MatchSubDomains',
        'OutboundOnly',
        'PendingCompletion',
        'PendingRemoval',
        'SendingFromDomainDisabled',
        'SendingToDomainDisabled',
      ],
      String: ['MailFlowRegion', 'Name'],
    }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Let mail for unknown addresses pass on',
      script: 'Set-AcceptedDomain -Identity contoso.com -DomainType InternalRelay',
    },
  ],
});
