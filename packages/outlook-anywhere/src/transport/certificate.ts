import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { SdkError } from '@cutover/base';
import { errors } from '../errors.ts';

/** What the server's certificate says of itself. */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** The host names that it is for, `localhost` and names within the organisation's network left out. */
  readonly hosts: readonly string[];
}

/** Reads what a certificate says. */
export function certificateFacts(certificate: X509Certificate | undefined): CertificateFacts {
  return {
    subject: oneLine(certificate?.subject),
    issuer: oneLine(certificate?.issuer),
    validFrom: certificate?.validFrom ?? '',
    validTo: certificate?.validTo ?? '',
    hosts: hostsOf(certificate?.subjectAltName),
  };
}

function hostsOf(subjectAltName = ''): string[] {
  const names = subjectAltName
    .split(', ')
    .flatMap((name) => (name.startsWith('DNS:') ? [name.slice('DNS:'.length)] : []));
  return names.filter((name) => name.includes('.'));
}

/** Throws the error that says what is wrong with the peer's certificate, unless any is accepted. */
export function assertCertificate(
  socket: TLSSocket,
  { proxy, acceptUntrustedCertificates }: { proxy: string; acceptUntrustedCertificates: boolean },
): void {
  if (socket.authorized || acceptUntrustedCertificates) return;
  const facts = certificateFacts(socket.getPeerX509Certificate());
  throw certificateError(verdictOf(socket), { proxy, ...facts });
}

/** OpenSSL's verdict on the peer's certificate as Node names it; empty if there is nothing against it. */
export function verdictOf(socket: TLSSocket): string {
  if (socket.authorized) return '';
  const error: unknown = socket.authorizationError;
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** What is wrong, by OpenSSL's verdict. */
export function certificateError(verdict: string, facts: CertificateFacts & { proxy: string }): SdkError {
  if (verdict === otherName) return errors.certificateNameMismatch(facts);
  const period = periods[verdict];
  if (period !== undefined) return errors.certificateExpired({ ...facts, reason: period(facts) });
  return errors.certificateNotTrusted({ ...facts, reason: untrusted[verdict] ?? `OpenSSL says ${verdict}` });
}

/** The verdict on a certificate that is for another name. */
export const otherName = 'ERR_TLS_CERT_ALTNAME_INVALID';

const periods: Readonly<Record<string, (facts: CertificateFacts) => string>> = {
  CERT_HAS_EXPIRED: ({ validTo }) => `ended on ${validTo}`,
  CERT_NOT_YET_VALID: ({ validFrom }) => `isn't valid before ${validFrom}`,
};

const unknownIssuer = "its issuer isn't known, or the server doesn't send the certificates between";
const untrusted: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: "its authority isn't one that is trusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownIssuer,
};

/** Whether the verdict is about trust, and neither about the name nor the period. */
export const isAboutTrust = (verdict: string): boolean =>
  verdict !== '' && verdict !== otherName && !Object.hasOwn(periods, verdict);

function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}
