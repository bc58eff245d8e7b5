import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  type X509Certificate,
} from '@peculiar/x509';
import { type Clock, type Random, systemClock } from '@cutover/base';
import { type CertificateContent, certificateContent, type CertificateKind } from './certificate-kind.ts';

/** A certificate with its key, both in PEM. */
export interface CertifiedKey {
  readonly certificate: string;
  readonly key: string;
}

/** A throw-away certificate authority and what it has signed, all in PEM. */
export interface ServerCertificates extends CertifiedKey {
  /** Certificate of the authority: what a client trusts. */
  readonly authority: string;
  /** What a client may show where a certificate is demanded of it. */
  readonly client: CertifiedKey | undefined;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** Makes the server's certificate and its authority anew; the authority's key is forgotten at once. */
export async function createCertificates(options: {
  /** Host names and addresses of the server, the first one as its subject. */
  names: readonly [string, ...string[]];
  kind?: CertificateKind;
  /** Whether clients get a certificate, too. */
  forClients?: boolean;
  clock: Clock;
  random: Random;
}): Promise<ServerCertificates> {
  const { kind = 'trusted', names, clock, random } = options;
  // Clients hold a certificate against the time of their machine, whatever the server's clock says.
  const times = [clock.now(), systemClock.now()];
  const content = certificateContent(kind, { names, times });
  const good = certificateContent('trusted', { names, times });
  const issue = issuer(random);
  const authority = await issue({ ...good, ...asAuthority(1), subject: 'cutover throw-away authority' });
  const signer = await signerOf(content.signedBy, { issue, authority, good });
  const [server, client] = await Promise.all([
    issue({ ...content, signer, subject: content.names[0], extensions: serverExtensions(content.names) }),
    options.forClients ? issue({ ...good, signer: authority, ...clientRole }) : undefined,
  ]);
  return {
    authority: authority.certificate.toString('pem'),
    ...(await pemOf(server)),
    client: client && (await pemOf(client)),
  };
}

interface Issued {
  readonly certificate: X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

interface Order {
  readonly subject: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: readonly Extension[];
  /** Signs it, unless it signs itself. */
  readonly signer?: Issued | undefined;
}

type Issue = (order: Order) => Promise<Issued>;

/** Makes certificates, each with a key of its own. */
function issuer(random: Random): Issue {
  return async ({ subject, notBefore, notAfter, extensions, signer }) => {
    const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const certificate = await X509CertificateGenerator.create({
      subject: [{ CN: [subject] }],
      issuer: signer?.certificate.subject ?? [{ CN: [subject] }],
      serialNumber: serialNumber(random),
      notBefore,
      notAfter,
      signingAlgorithm: algorithm,
      publicKey: keys.publicKey,
      signingKey: (signer?.keys ?? keys).privateKey,
      extensions: [...extensions],
    });
    return { certificate, keys };
  };
}

async function signerOf(
  signedBy: CertificateContent['signedBy'],
  { issue, authority, good }: { issue: Issue; authority: Issued; good: CertificateContent },
): Promise<Issued | undefined> {
  if (signedBy === 'itself') return undefined;
  if (signedBy === 'authority') return authority;
  return issue({ ...good, ...asAuthority(0), subject: 'cutover throw-away authority between', signer: authority });
}

/** An authority below which there may be so many others. */
const asAuthority = (pathLength: number): Pick<Order, 'extensions'> => ({
  extensions: [
    new BasicConstraintsExtension(true, pathLength, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
  ],
});

function serverExtensions(names: readonly string[]): Extension[] {
  const alternatives = names.map((value) => ({ type: isIP(value) ? ('ip' as const) : ('dns' as const), value }));
  return [
    new BasicConstraintsExtension(false),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    new SubjectAlternativeNameExtension(alternatives),
  ];
}

const clientRole: Pick<Order, 'subject' | 'extensions'> = {
  subject: 'cutover throw-away client',
  extensions: [
    new BasicConstraintsExtension(false),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
  ],
};

async function pemOf({ certificate, keys }: Issued): Promise<CertifiedKey> {
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return { certificate: certificate.toString('pem'), key };
}

/** Positive, as a serial number must be. [RFC 5280] 4.1.2.2 */
function serialNumber(random: Random): string {
  const bytes = random.bytes(16);
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}
