import { testMailRouting, type MailRoutingOutcome } from '@cutover/core';
import { cloudAutodiscover, cloudSpf, namesCloud, readMailRouting, type MailRouting } from '../dns/mail-routing.ts';
import { noteRouting, type SeenRouting } from '../dns/routing-history.ts';
import { implement } from '../implement.ts';
import { dateOf } from '../objects/date-of.ts';

/** Looks at each accepted domain, or at those that are named, and remembers when mail first went to the cloud. */
export const handler = implement(testMailRouting, async function* (context, { DomainName, Resolver: server }) {
  const { clock, directory, queryDns, signal, values } = context;
  const domains = DomainName ?? directory.acceptedDomains().map(({ name }) => name);
  for (const domain of domains) {
    const routing = await readMailRouting(queryDns, { domain, server }, { signal });
    const seen = noteRouting(values, routing, clock.now());
    yield toOutcome(routing, seen, clock.now());
  }
});

function toOutcome(routing: MailRouting, seen: SeenRouting, now: number): MailRoutingOutcome {
  const { autodiscover, domain, spf } = routing;
  const facts = {
    DomainName: domain,
    RoutesToCloud: routing.routesToCloud,
    MailExchangers: routing.mailExchangers,
    TimeToLive: routing.timeToLive ?? null,
    AutodiscoverTarget: autodiscover ?? null,
    AutodiscoverIsReady: autodiscover === cloudAutodiscover,
    SpfRecord: spf ?? null,
    SpfIsReady: namesCloud(routing),
    ChangedAt: dateOf(seen.changedAt),
    SafeToCompleteAfter: dateOf(seen.settledAt),
    IsSafeToComplete: seen.settledAt !== undefined && seen.settledAt <= now,
  };
  return { ...facts, NextSteps: nextSteps(facts) };
}

const shortTimeToLive = 3600;

function nextSteps(facts: Omit<MailRoutingOutcome, 'NextSteps'>): string[] {
  const { DomainName: domain, TimeToLive: timeToLive } = facts;
  const cloudHost = `${domain.replaceAll('.', '-')}.mail.protection.outlook.com`;
  const steps: (string | false)[] = [
    timeToLive !== null &&
      !facts.RoutesToCloud &&
      timeToLive > shortTimeToLive &&
      `Lower the TTL of the MX record from ${timeToLive} to ${shortTimeToLive} seconds, some days before it is changed.`,
    !facts.RoutesToCloud &&
      `When all mailboxes are synchronized, point the MX record at ${cloudHost} and take the others away.`,
    facts.RoutesToCloud &&
      !facts.IsSafeToComplete &&
      `Wait until ${facts.SafeToCompleteAfter?.toISOString()} before you complete the migration: until then mail may still go to the source.`,
    !facts.AutodiscoverIsReady && `Point the CNAME record autodiscover.${domain} at ${cloudAutodiscover}.`,
    !facts.SpfIsReady && `Let the SPF record of ${domain} have ${cloudSpf}.`,
  ];
  return steps.filter((step) => step !== false);
}
