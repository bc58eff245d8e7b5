import { setAcceptedDomain } from '@cutover/core';
import { implement } from '../implement.ts';
import { domainFor } from '../objects/to-accepted-domain.ts';

export const handler = implement(setAcceptedDomain, async function* (context, { DomainType, Identity, MakeDefault }) {
  const { name } = domainFor(context, Identity);
  context.unitOfWork.transaction(() =>
    context.directory.changeAcceptedDomain(name, {
      ...(DomainType && { domainType: DomainType }),
      ...(MakeDefault && { isDefault: true }),
    }),
  );
  yield* [];
});
