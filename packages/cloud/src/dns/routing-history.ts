import type { OrganisationValues } from '../store/organisation-values.ts';
import { cloudAutodiscover, namesCloud, propagationTime, type MailRouting } from './mail-routing.ts';

/** What was seen of a domain's mail routing before. Times are milliseconds since 1970. */
export interface SeenRouting {
  readonly routesToCloud: boolean;
  /** Whether Autodiscover leads to the cloud, and SPF names it; undefined: an older program looked. */
  readonly isPublished?: boolean | undefined;
  /** Seconds that the records before the change could be kept. */
  readonly oldTimeToLive: number | undefined;
  /** When mail was first seen to go to the cloud. */
  readonly changedAt: number | undefined;
  /** When all mail goes there at the latest. */
  readonly settledAt: number | undefined;
}

const prefix = 'mailRouting ';

/** What was seen of every domain that was looked at. */
export const seenRoutings = (values: OrganisationValues): ReadonlyMap<string, SeenRouting> =>
  new Map(
    Object.entries(values.all())
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), JSON.parse(value) as SeenRouting]),
  );

/** Adds what is seen now: the change is the first time that all mail goes to the cloud. */
export function noteRouting(values: OrganisationValues, routing: MailRouting, now: number): SeenRouting {
  const before = seenRoutings(values).get(routing.domain);
  const isPublished = routing.autodiscover === cloudAutodiscover && namesCloud(routing);
  const seen = { ...(routing.routesToCloud ? settled(before, now) : waiting(routing)), isPublished };
  values.set(`${prefix}${routing.domain}`, JSON.stringify(seen));
  return seen;
}

const waiting = ({ timeToLive }: MailRouting): SeenRouting => ({
  routesToCloud: false,
  oldTimeToLive: timeToLive,
  changedAt: undefined,
  settledAt: undefined,
});

function settled(before: SeenRouting | undefined, now: number): SeenRouting {
  const changedAt = before?.changedAt ?? now;
  const oldTimeToLive = before?.oldTimeToLive;
  return { routesToCloud: true, oldTimeToLive, changedAt, settledAt: changedAt + propagationTime(oldTimeToLive) };
}
