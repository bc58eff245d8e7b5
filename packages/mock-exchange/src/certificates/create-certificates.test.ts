import { X509Certificate } from 'node:crypto';
import { connect, createSecureContext, type TLSSocket } from 'node:tls';
import { steppedClock, systemClock, systemRandom } from '@cutover/base';
import { describe, expect, test } from 'vitest';
import { type Listener, listen } from '../http/front-end.ts';
import type { CertificateKind } from './certificate-kind.ts';
import { createCertificates, type ServerCertificates } from './create-certificates.ts';

const world = { clock: systemClock, random: systemRandom };

test('the authority has signed a certificate that is good for each name and address', async () => {
  const names = ['mail.contoso.com', 'localhost', '127.0.0.1', '::1'] as const;
  const made = await createCertificates({ names: [...names], ...world });
  const [authority, certificate] = [new X509Certificate(made.authority), new X509Certificate(made.certificate)];
  expect(certificate.verify(authority.publicKey)).toBe(true);
  expect(certificate.checkIssued(authority)).toBe(true);
  expect([authority.ca, certificate.ca]).toEqual([true, false]);
  expect(certificate.subject).toBe('CN=mail.contoso.com');
  expect(certificate.checkHost('mail.contoso.com')).toBe('mail.contoso.com');
  expect(certificate.checkHost('other.contoso.com')).toBeUndefined();
  expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(certificate.checkIP('::1')).toBe('::1');
  expect(() => createSecureContext({ cert: made.certificate, key: made.key })).not.toThrow();
});

const years = ['2003-05-01', '2099-05-01'];
test.each(years)(
  'in %s by the clock of the server clients find the certificate in order, and one that is over is',
  async (day) => {
    const clock = steppedClock(new Date(day));
    const datesOf = async (kind: CertificateKind): Promise<[from: Date, to: Date]> => {
      const made = await createCertificates({ kind, names: ['localhost'], ...world, clock });
      const { validFromDate, validToDate } = new X509Certificate(made.certificate);
      return [validFromDate, validToDate];
    };
    const moments = [clock.now(), systemClock.now()];
    const [[from, to], [, over], [begins]] = (await Promise.all(
      (['trusted', 'expired', 'not-yet-valid'] as const).map(datesOf),
    )) as [[Date, Date], [Date, Date], [Date, Date]];
    expect(moments.every((now) => Number(from) < now && now < Number(to))).toBe(true);
    expect(moments.every((now) => Number(over) < now && now < Number(begins))).toBe(true);
  },
);

const serve = ({ certificate: cert, key, authority: ca }: ServerCertificates): Promise<Listener> =>
  listen(
    { host: '127.0.0.1', port: 0, tls: { cert, key, requestCert: true, rejectUnauthorized: false, ca } },
    (socket) => {
      socket.end((socket as TLSSocket).authorized ? 'known' : 'unknown');
    },
  );

/** What OpenSSL says of a server's certificate, by Node's code; and what the server says of the client's. */
function connectTo({ port }: Listener, made: ServerCertificates): Promise<{ verdict: string; client: string }> {
  const { authority: ca, client } = made;
  const options = { ca, servername: 'mail.contoso.com', rejectUnauthorized: false } as const;
  const identity = client ? { cert: client.certificate, key: client.key } : {};
  const socket = connect({ host: '127.0.0.1', port, ...options, ...identity });
  return new Promise((resolve, reject) => {
    socket.on('error', reject).on('data', (bytes) => {
      resolve({ verdict: String(socket.authorizationError ?? ''), client: bytes.toString() });
      socket.destroy();
    });
  });
}

describe('OpenSSL', () => {
  test.each<[CertificateKind, string]>([
    ['trusted', ''],
    ['many-names', ''],
    ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['expired', 'CERT_HAS_EXPIRED'],
    ['not-yet-valid', 'CERT_NOT_YET_VALID'],
    ['wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['broken-chain', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ])('says of a certificate that is %s: %j', async (kind, verdict) => {
    const made = await createCertificates({ kind, names: ['mail.contoso.com'], ...world });
    const listener = await serve(made);
    expect(await connectTo(listener, made)).toEqual({ verdict, client: 'unknown' });
    await listener.close();
  });

  test('knows the client by the certificate that was made for it', async () => {
    const made = await createCertificates({ forClients: true, names: ['mail.contoso.com'], ...world });
    const listener = await serve(made);
    expect(await connectTo(listener, made)).toEqual({ verdict: '', client: 'known' });
    await listener.close();
  });
});

test('a certificate of many names has those of the other services, too', async () => {
  const made = await createCertificates({ kind: 'many-names', names: ['mail.contoso.com'], ...world });
  const certificate = new X509Certificate(made.certificate);
  for (const host of ['mail', 'autodiscover', 'owa', 'legacy']) {
    expect(certificate.checkHost(`${host}.contoso.com`)).toBe(`${host}.contoso.com`);
  }
});

test('a kind that is not known is refused by name', async () => {
  const kind = 'rusty' as CertificateKind;
  await expect(createCertificates({ kind, names: ['mail.contoso.com'], ...world })).rejects.toThrow(
    "certificate is 'rusty'",
  );
});
