import type { TlsVersion } from '../options.ts';

/** Where to connect, and how the connection is protected. */
export interface SocketTarget {
  /** The proxy's public name: asked of DNS, named in errors, looked for in the certificate. */
  readonly proxy: string;
  /** What to connect to instead. */
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly ca?: string | readonly string[] | undefined;
  readonly acceptUntrustedCertificates: boolean;
  readonly minimumTls: TlsVersion;
}
