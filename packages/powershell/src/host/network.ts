import type { OutgoingMail } from './mail.ts';

/** A request as it goes out; redirections are answers. */
export interface HttpCall {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: Uint8Array | undefined;
  /** Milliseconds until the answer has to have begun; no limit without it. */
  readonly timeout?: number | undefined;
  /** Milliseconds that may pass between two pieces of the answer. */
  readonly readTimeout?: number | undefined;
  readonly connection?: HttpConnection | undefined;
}

/** How the server is reached. */
export interface HttpConnection {
  /** Certificates are taken as they are. */
  readonly unverified?: boolean | undefined;
  /** Versions of TLS that are spoken: `TLSv1.2`. */
  readonly tls?: readonly [lowest: string, highest: string] | undefined;
  /** A proxy with who asks it; `none` where that of the environment is not to be used either. */
  readonly proxy?: { readonly url: string; readonly authorization?: string | undefined } | 'none' | undefined;
  /** A socket of Unix in place of host and port. */
  readonly socket?: string | undefined;
}

/** An answer as it comes in: its head, then its body piece by piece. */
export type HttpEvent =
  | {
      readonly kind: 'head';
      readonly status: number;
      readonly reason: string;
      readonly url: string;
      readonly headers: readonly (readonly [name: string, value: string])[];
    }
  | { readonly kind: 'data'; readonly bytes: Uint8Array };

export type DnsType = 'A' | 'AAAA' | 'MX' | 'TXT' | 'CNAME' | 'NS' | 'SRV' | 'PTR' | 'SOA';

export interface DnsQuestion {
  readonly name: string;
  readonly type: DnsType;
  /** Name servers to ask in place of this machine's own. */
  readonly servers?: readonly string[] | undefined;
}

/** Fields of a record, by the names that Resolve-DnsName gives them. */
export type DnsRecord = Readonly<Record<string, string | number | readonly string[]>>;

export interface TcpProbe {
  readonly host: string;
  readonly port: number;
  readonly timeout: number;
}

export interface TcpResult {
  readonly connected: boolean;
  readonly address: string;
  readonly milliseconds: number;
  /** Why there is no connection, by its name in Node: `ECONNREFUSED`. */
  readonly failure?: string | undefined;
}

/** An echo request of ICMP. */
export interface EchoRequest {
  readonly address: string;
  /** Bytes of data. */
  readonly size: number;
  /** How many routers may pass it on. */
  readonly hops: number;
  readonly unfragmented: boolean;
  /** In ms. */
  readonly timeout: number;
}

/** What comes back, by the names that .NET has for it. */
export type EchoStatus =
  | 'Success'
  | 'TimedOut'
  | 'TtlExpired'
  | 'PacketTooBig'
  | 'DestinationHostUnreachable'
  | 'DestinationNetworkUnreachable'
  | 'DestinationPortUnreachable'
  | 'Unknown';

export interface EchoReply {
  readonly status: EchoStatus;
  /** Who has answered; empty where nobody has. */
  readonly address: string;
  readonly milliseconds: number;
}

/** The network that scripts may use; calls wait until they have an answer. */
export interface Network {
  request(call: HttpCall): Iterable<HttpEvent>;
  resolve(question: DnsQuestion): readonly DnsRecord[];
  probe(probe: TcpProbe): TcpResult;
  /** Sends an echo request, where scripts may. Throws where this machine has no means for it. */
  echo?(request: EchoRequest): EchoReply;
  /** Hands a mail to its server, where scripts may send mail. */
  send?(mail: OutgoingMail): void;
}
