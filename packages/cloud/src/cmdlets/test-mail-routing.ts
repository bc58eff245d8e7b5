import { testMailRouting, type MailRoutingOutcome } from '@cutover/core';
import { cloudAutodiscover, namesCloud, readMailRouting, type MailRouting } from '../dns/mail-routing.ts';
import { noteRouting, type SeenRouting } from '../dns/routing-history.ts';
import { routingSteps } from '../dns/routing-steps.ts';
import { implement } from '../implement.ts';
import { dateOf } from '../objects/date-of.ts';

/**
 * Looks at each accepted domain, or at those that are named, and remembers when mail first went to the cloud. A domain that cannot be
 * looked at keeps nobody from the others.
 */
export const handler = implement(testMailRouting, async function* (context, { DomainName, Resolver: server }) {
  const { clock, directory, queryDns, signal, values } = context;
  const domains = DomainName ?? directory.acceptedDomains().map(({ name }) => name);
  for (const domain of domains) {
    try {
      const routing = await readMailRouting(queryDns, { domain, server }, { signal });
      yield toOutcome(routing, noteRouting(values, routing, clock.now()), clock.now());
    } catch (error) {
      signal.throwIfAborted();
      context.writeError(error, domain);
    }
  }
});

function toOutcome(routing: MailRouting, { changedAt, settledAt }: SeenRouting, now: number): MailRoutingOutcome {
  const { autodiscover, domain, spf } = routing;
  const isSafe = settledAt !== undefined && settledAt <= now;
  return {
    DomainName: domain,
    RoutesToCloud: routing.routesToCloud,
    MailExchangers: routing.mailExchangers,
    TimeToLive: routing.timeToLive ?? null,
    AutodiscoverTarget: autodiscover ?? null,
    AutodiscoverIsReady: autodiscover === cloudAutodiscover,
    SpfRecord: spf ?? null,
    SpfIsReady: namesCloud(routing),
    ChangedAt: dateOf(changedAt),
    SafeToCompleteAfter: dateOf(settledAt),
    IsSafeToComplete: isSafe,
    NextSteps: routingSteps(routing, { safeAfter: isSafe ? undefined : (dateOf(settledAt) ?? undefined) }),
  };
}
