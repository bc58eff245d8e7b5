import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { systemClock, systemRandom } from '@cutover/base';
import { expect, test } from 'vitest';
import { createCertificates } from './create-certificates.ts';

test('the authority has signed a certificate that is good for each name and address', async () => {
  const names = ['mail.contoso.com', 'localhost', '127.0.0.1', '::1'] as const;
  const made = await createCertificates({ names: [...names], clock: systemClock, random: systemRandom });
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
