import type { QueryDns } from './query-dns.ts';

/** Where the mail of a domain goes, as its public records tell. */
export interface MailRouting {
  readonly domain: string;
  /** Hosts by their preference. */
  readonly mailExchangers: readonly string[];
  /** Seconds that others may keep the MX records. */
  readonly timeToLive: number | undefined;
  /** Whether all mail goes to the cloud. */
  readonly routesToCloud: boolean;
  readonly autodiscover: string | undefined;
  readonly spf: string | undefined;
}

const cloudMailHost = '.mail.protection.outlook.com';
export const cloudAutodiscover = 'autodiscover.outlook.com';
export const cloudSpf = 'include:spf.protection.outlook.com';

/** Reads MX, the Autodiscover CNAME and SPF of a domain. */
export async function readMailRouting(
  query: QueryDns,
  { domain, server }: { domain: string; server: string | undefined },
  options: { signal: AbortSignal },
): Promise<MailRouting> {
  const [exchangers, autodiscover, texts] = await Promise.all([
    query({ name: domain, type: 'MX', server }, options),
    query({ name: `autodiscover.${domain}`, type: 'CNAME', server }, options),
    query({ name: domain, type: 'TXT', server }, options),
  ]);
  const sorted = exchangers.toSorted((one, other) => (one.preference ?? 0) - (other.preference ?? 0));
  return {
    domain,
    mailExchangers: sorted.map(({ value }) => value),
    timeToLive: sorted.length === 0 ? undefined : Math.max(...sorted.map(({ timeToLive }) => timeToLive)),
    routesToCloud: sorted.length > 0 && sorted.every(({ value }) => value.endsWith(cloudMailHost)),
    autodiscover: autodiscover[0]?.value,
    spf: texts.map(({ value }) => value).find((text) => /^v=spf1(\s|$)/i.test(text)),
  };
}

/** Whether the SPF record lets the cloud send for the domain. */
export const namesCloud = ({ spf }: MailRouting): boolean => spf?.toLowerCase().includes(cloudSpf) ?? false;

const hour = 3_600_000;

/**
 * How long after the change of the MX records mail may still go to the old place: a day beyond the time that others may keep the old
 * records, at most three days. Source: "It can take from 24 to 72 hours for the updated MX record to be propagated."
 */
export const propagationTime = (oldTimeToLive: number | undefined): number =>
  Math.min(24 * hour + (oldTimeToLive ?? 48 * 3600) * 1000, 72 * hour);
