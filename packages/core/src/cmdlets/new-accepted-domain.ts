import { z } from 'zod';
import { defineCmdlet, param } from '../define-cmdlet.ts';
import { acceptedDomain } from '../objects/organisation.ts';
import { domainController, enumerator, fqdn, shouldProcess } from '../parameter-types.ts';
import { acceptedDomainTypes } from '../objects/enumerations.ts';

/** Adds a domain that the organization takes mail for. Source: Exchange `New-AcceptedDomain`. */
export const newAcceptedDomain = defineCmdlet({
  name: 'New-AcceptedDomain',
  synopsis: 'Adds a domain that the organization takes mail for.',
  description: 'In Exchange Online a domain is added and verified in the admin center; here this cmdlet does it.',
  output: acceptedDomain,
  returns: 'one',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Creating the accepted domain', impact: 'Medium' },
  parameters: {
    DomainController: domainController,
    DomainName: param(fqdn, { type: 'SmtpDomainWithSubdomains', help: 'The domain.', mandatory: true }),
    DomainType: param(enumerator(acceptedDomainTypes), {
      type: 'AcceptedDomainType',
      help: 'Whether every address of it must be known here.',
      values: acceptedDomainTypes,
    }),
    Name: param(z.string().min(1), { type: 'String', help: 'Name of the domain.', mandatory: true, position: 0 }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Add a domain',
      script: 'New-AcceptedDomain -Name fabrikam.com -DomainName fabrikam.com',
      expect: 'fabrikam.com',
    },
  ],
});
