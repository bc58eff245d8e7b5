import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { Clock, Random } from '@cutover/base';

/** A throw-away certificate authority and a server certificate that it has signed, all in PEM. */
export interface ServerCertificates {
  /** Certificate of the authority: what a client trusts. */
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const dayMs = 86_400_000;

/** How long the certificates are valid; a mock lives for a test, or for a rehearsal of some weeks. */
const lifetimeDays = 397;

/** Makes both certificates anew; the authority's key is forgotten at once. */
export async function createCertificates(options: {
  /** Host names and addresses of the server, the first one as its subject. */
  names: readonly [string, ...string[]];
  clock: Clock;
  random: Random;
}): Promise<ServerCertificates> {
  const { clock, random } = options;
  const [authorityKeys, serverKeys] = await Promise.all([generateKeys(), generateKeys()]);
  const validity = {
    notBefore: new Date(clock.now() - dayMs),
    notAfter: new Date(clock.now() + lifetimeDays * dayMs),
  };
  const common = { signingAlgorithm: algorithm, ...validity };
  const authority = await X509CertificateGenerator.createSelfSigned({
    ...common,
    serialNumber: serialNumber(random),
    name: 'CN=cutover throw-away authority',
    keys: authorityKeys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  const certificate = await X509CertificateGenerator.create({
    ...common,
    serialNumber: serialNumber(random),
    subject: [{ CN: [options.names[0]] }],
    issuer: authority.subject,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    extensions: serverExtensions(options.names),
  });
  return { ...pemOf(authority, certificate), key: await exportKey(serverKeys.privateKey) };
}

function serverExtensions(names: readonly string[]) {
  const alternatives = names.map((value) => ({ type: isIP(value) ? ('ip' as const) : ('dns' as const), value }));
  return [
    new BasicConstraintsExtension(false),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    new SubjectAlternativeNameExtension(alternatives),
  ];
}

const generateKeys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

const pemOf = (authority: X509Certificate, certificate: X509Certificate) => ({
  authority: authority.toString('pem'),
  certificate: certificate.toString('pem'),
});

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  return PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

/** Positive, as a serial number must be. [RFC 5280] 4.1.2.2 */
function serialNumber(random: Random): string {
  const bytes = random.bytes(16);
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}
