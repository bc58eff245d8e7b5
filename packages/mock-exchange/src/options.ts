import type { Clock, Random } from '@cutover/base';
import type { AutodiscoverOptions } from './autodiscover/autodiscover-options.ts';
import type { CertificateKind } from './certificates/certificate-kind.ts';
import type { DoorName } from './doors/door-names.ts';
import type { FaultPlan } from './faults/fault-plan.ts';
import type { Organisation } from './organisation/organisation.ts';
import type { ExchangeVersion } from './profiles/exchange-profile.ts';
import type { FailingStep } from './profiles/failing-steps.ts';
import type { OutChannelEncoding } from './rpc-proxy/out-channel.ts';
import type { RecyclingSequence } from './rpc-proxy/virtual-connection.ts';
import type { Seed } from './seeds/seed.ts';

/** How a server is started; each part that a server has may add its own. */
export interface MockExchangeOptions {
  /** The organisation with its mailboxes; `contoso()` unless told. */
  readonly seed?: Seed;
  /** Instead of a seed: an organisation whose mailboxes are empty. */
  readonly organisation?: Organisation;
  /** Which Exchange the server is; the seed's, or 2003. */
  readonly profile?: ExchangeVersion;
  /** The step of a connectivity test that fails on this server, and none before it. */
  readonly failing?: FailingStep;
  /** What is odd about the server's certificate; nothing unless told. */
  readonly certificate?: CertificateKind;
  /** Whether clients must show a certificate, which `clientCertificate` then holds. */
  readonly clientCertificates?: 'required';
  /** The newest version of TLS that the server speaks; Windows Server 2003 had 1.0. */
  readonly maximumTls?: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
  /** The port of HTTPS without its service: nobody listens there, or what answers speaks no TLS. */
  readonly https?: 'closed' | 'plain';
  /** What is missing of the RPC proxy: its virtual directory does not lead to it. */
  readonly rpcProxy?: 'unmapped';
  /** How Autodiscover, which 2007 and 2010 have, answers instead of by settings. */
  readonly autodiscover?: AutodiscoverOptions;
  /** Address to listen on; 127.0.0.1 unless told. */
  readonly host?: string;
  /** Which ways in are open, on free ports unless ports are given; the seed's, or RPC with what other options open. */
  readonly doors?: readonly DoorName[];
  /** Port of HTTPS; any free one unless told. */
  readonly port?: number;
  /** Port of plain HTTP, 0 for any free one; without it there is no plain HTTP. */
  readonly httpPort?: number;
  /** Port of IMAP, 0 for any free one; without it there is none. */
  readonly imapPort?: number;
  /** Port of IMAP that is encrypted from the first byte, 0 for any free one; without it there is none. */
  readonly imapsPort?: number;
  /** Port of SMTP, 0 for any free one; without it there is none. */
  readonly smtpPort?: number;
  /** Port of the management endpoint, 0 for any free one; without it there is none. */
  readonly managementPort?: number;
  /** Whether mailboxes can be reached by WebDAV, at /exchange of the web server; `forms` for signing on by a form and cookies alone. */
  readonly webDav?: boolean | 'forms';
  /** The RPC proxy's registry value; unless told, every port under both names of the server. */
  readonly validPorts?: string;
  /** How OUT channels are delimited; by length, as IIS 6 does, unless told. */
  readonly outChannelEncoding?: OutChannelEncoding;
  /** Bytes of an OUT channel's body, after most of which the server asks for a successor; 1 GiB, as IIS 6 announces, unless told. */
  readonly outChannelLength?: number;
  /** Which sequence a channel's successor joins by: that of one proxy, unless told that of a farm. */
  readonly recycling?: RecyclingSequence;
  /** Keeps a copy of every PDU in `pdus`. */
  readonly tap?: boolean;
  /** Keeps every call and ROP, decoded, in `journal`. */
  readonly journal?: boolean;
  /** Keeps a journal, and closing the server throws if a client sent what it does not have. */
  readonly strict?: boolean;
  /** What shall go wrong; more may be added to `faults` at any time. */
  readonly faults?: FaultPlan;
  /** Which time it is, and how it passes; the machine's unless told, `steppedClock` for a test that moves it. */
  readonly clock?: Clock;
  /** Where keys, nonces and tokens come from; the machine's unless told. */
  readonly random?: Random;
}

/** What a fork may have otherwise than the server that it goes on from. */
export type ForkOptions = Pick<MockExchangeOptions, 'clock' | 'faults' | 'journal' | 'strict' | 'tap'>;

/** Options that name a port: a fork takes any free one for each that is given. */
const portOptions = [
  'port',
  'httpPort',
  'managementPort',
  'imapPort',
  'imapsPort',
  'smtpPort',
] as const satisfies readonly (keyof MockExchangeOptions)[];

/** The same options on free ports. */
export function onFreePorts(options: MockExchangeOptions): MockExchangeOptions {
  const given = portOptions.filter((name) => options[name] !== undefined);
  return { ...options, ...Object.fromEntries(given.map((name) => [name, 0])) };
}

/** Where a server listens unless told. */
export const defaultHost = '127.0.0.1';
