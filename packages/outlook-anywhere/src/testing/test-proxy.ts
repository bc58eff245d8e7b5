import { seededRandom, systemClock } from '@cutover/base';
import type { Proxy } from '../proxy.ts';

/** A proxy on loopback, plain HTTP, as contoso's administrator sees it. */
export function testProxy(port: number, more: Partial<Proxy> = {}): Proxy {
  const random = seededRandom(1);
  return {
    socket: {
      proxy: 'mail.contoso.com',
      host: '127.0.0.1',
      port,
      tls: false,
      acceptUntrustedCertificates: false,
      minimumTls: 'TLSv1.2',
    },
    credential: { userName: 'CONTOSO\\administrator', password: 'Pa$$w0rd' },
    authentication: 'Basic',
    connectTimeout: 30_000,
    channelBytes: 1_000_000_000,
    clock: systemClock,
    random,
    ids: random,
    ...more,
  };
}
