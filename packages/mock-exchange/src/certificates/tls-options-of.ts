import type { ListenOptions } from '../http/front-end.ts';
import type { MockExchangeOptions } from '../options.ts';
import type { ServerCertificates } from './create-certificates.ts';

/** How the server's ports speak TLS. */
export function tlsOptionsOf(
  { authority, certificate, key }: ServerCertificates,
  { clientCertificates, maximumTls }: MockExchangeOptions,
): NonNullable<ListenOptions['tls']> {
  return {
    key,
    cert: certificate,
    // Who shows none is let in and told so by HTTP, as IIS does.
    ...(clientCertificates === 'required' ? { requestCert: true, rejectUnauthorized: false, ca: authority } : {}),
    ...(maximumTls === undefined ? {} : { maxVersion: maximumTls, ...old[maximumTls] }),
  };
}

// OpenSSL 3 speaks the old versions, with their SHA-1 and short keys, at security level 0 alone.
const oldVersion = { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
const old = { TLSv1: oldVersion, 'TLSv1.1': oldVersion, 'TLSv1.2': {}, 'TLSv1.3': {} } as const;
