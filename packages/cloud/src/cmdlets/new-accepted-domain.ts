import { newAcceptedDomain } from '@cutover/core';
import { cloudErrors } from '../errors.ts';
import { implement } from '../implement.ts';
import { domainFor, toAcceptedDomain } from '../objects/to-accepted-domain.ts';

export const handler = implement(newAcceptedDomain, async function* (context, { DomainName, DomainType }) {
  const domain = DomainName.toLowerCase();
  if (context.isAcceptedDomain(domain)) throw cloudErrors.domainTaken({ domain });
  context.directory.addAcceptedDomain(domain, DomainType);
  yield { ...toAcceptedDomain(context, domainFor(context, domain)), ObjectState: 'New' as const };
});
