import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { SdkError } from '@cutover/base';
import { errors } from '../errors.ts';

/** What the server's certificate says of itself. */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  readonly validTo: string;
}

/** Reads subject, issuer and end of validity. */
export function certificateFacts(certificate: X509Certificate | undefined): CertificateFacts {
  return {
    subject: oneLine(certificate?.subject),
    issuer: oneLine(certificate?.issuer),
    validTo: certificate?.validTo ?? '',
  };
}

/** Throws the error that says what is wrong with the peer's certificate, unless any is accepted. */
export function assertCertificate(
  socket: TLSSocket,
  { proxy, acceptUntrustedCertificates }: { proxy: string; acceptUntrustedCertificates: boolean },
): void {
  if (socket.authorized || acceptUntrustedCertificates) return;
  throw certificateError(String(socket.authorizationError), {
    proxy,
    ...certificateFacts(socket.getPeerX509Certificate()),
  });
}

// Codes of OpenSSL's verification, as Node names them.
const outOfDate = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const otherName = 'ERR_TLS_CERT_ALTNAME_INVALID';

function certificateError(code: string, facts: { proxy: string; subject: string; issuer: string }): SdkError {
  if (code === otherName) return errors.certificateNameMismatch(facts);
  if (outOfDate.has(code)) return errors.certificateExpired(facts);
  return errors.certificateNotTrusted(facts);
}

function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}
