import { getAcceptedDomain } from '@cutover/core';
import { implement } from '../implement.ts';
import { domainFor, toAcceptedDomain } from '../objects/to-accepted-domain.ts';
import { resultSize } from './result-size.ts';

export const handler = implement(getAcceptedDomain, async function* (context, { Identity, ResultSize }) {
  const domains = Identity === undefined ? context.directory.acceptedDomains() : [domainFor(context, Identity)];
  yield* resultSize(
    context,
    domains.map((domain) => toAcceptedDomain(context, domain)),
    ResultSize,
  );
});
