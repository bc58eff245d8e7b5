import { isSdkError } from '@cutover/base';
import type { DnsRecord, RecordType } from './dns-message.ts';
import type { QueryDns } from './query-dns.ts';

/** Where the mail of a domain goes, as its public records tell. */
export interface MailRouting {
  readonly domain: string;
  /** Whether DNS knows the domain. */
  readonly exists: boolean;
  /** Hosts by their preference. */
  readonly mailExchangers: readonly string[];
  /** Seconds that others may keep the MX records. */
  readonly timeToLive: number | undefined;
  /** Whether all mail goes to the cloud. */
  readonly routesToCloud: boolean;
  readonly autodiscover: string | undefined;
  readonly spf: string | undefined;
  /** How many SPF records there are: of more than one, receivers take none. RFC 7208 §4.5 */
  readonly spfCount: number;
}

const cloudMailHost = '.mail.protection.outlook.com';
/** Where the mail of a domain has to go. */
export const cloudHostOf = (domain: string): string => `${domain.replaceAll('.', '-')}${cloudMailHost}`;
export const isCloudHost = (host: string): boolean => host.endsWith(cloudMailHost);
export const cloudAutodiscover = 'autodiscover.outlook.com';
export const cloudSpf = 'include:spf.protection.outlook.com';

/** Reads MX, the Autodiscover CNAME and SPF of a domain. */
export async function readMailRouting(
  query: QueryDns,
  { domain, server }: { domain: string; server: string | undefined },
  options: { signal: AbortSignal },
): Promise<MailRouting> {
  const ask = (name: string, type: RecordType) => whereKnown(query({ name, type, server }, options));
  const [known, autodiscover = [], texts = []] = await Promise.all([
    ask(domain, 'MX'),
    ask(`autodiscover.${domain}`, 'CNAME'),
    ask(domain, 'TXT'),
  ]);
  const exchangers = known?.filter(({ value }) => value !== '') ?? [];
  const spfs = texts.map(({ value }) => value).filter((text) => /^v=spf1(\s|$)/i.test(text));
  const sorted = exchangers.toSorted((one, other) => (one.preference ?? 0) - (other.preference ?? 0));
  return {
    domain,
    exists: known !== undefined,
    mailExchangers: sorted.map(({ value }) => value),
    timeToLive: sorted.length === 0 ? undefined : Math.max(...sorted.map(({ timeToLive }) => timeToLive)),
    routesToCloud: sorted.length > 0 && sorted.every(({ value }) => isCloudHost(value)),
    autodiscover: autodiscover[0]?.value,
    spf: spfs[0],
    spfCount: spfs.length,
  };
}

/** Undefined where DNS does not know the name. */
async function whereKnown(answer: Promise<DnsRecord[]>): Promise<DnsRecord[] | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isSdkError(error, 'cloud.dnsNameUnknown')) return undefined;
    throw error;
  }
}

/** Whether the SPF record lets the cloud send for the domain. */
export const namesCloud = ({ spf, spfCount }: MailRouting): boolean =>
  spfCount === 1 && spf!.toLowerCase().includes(cloudSpf);

/** Seconds: what an MX record should have before it is changed. */
export const shortTimeToLive = 3600;

const hour = 3_600_000;

/**
 * How long after the change of the MX records mail may still go to the old place: a day beyond the time that others may keep the old
 * records, at most three days. Source: "It can take from 24 to 72 hours for the updated MX record to be propagated."
 */
export const propagationTime = (oldTimeToLive: number | undefined): number =>
  Math.min(24 * hour + (oldTimeToLive ?? 48 * 3600) * 1000, 72 * hour);
