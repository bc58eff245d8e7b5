import { X509Certificate } from 'node:crypto';
import type { OnReadOpts } from 'node:net';
import {
  connect as connectTls,
  type ConnectionOptions,
  createSecureContext,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import { errors } from '../errors.ts';
import type { TlsVersion } from '../options.ts';
import type { SocketTarget } from './socket-target.ts';

/** What connections to one target share: the parsed authorities, and the last session, with which a handshake costs half. */
interface TlsMemory {
  readonly context: SecureContext;
  session: Buffer | undefined;
}

const memories = new WeakMap<SocketTarget, TlsMemory>();

function memoryOf(target: SocketTarget): TlsMemory {
  const known = memories.get(target);
  if (known) return known;
  const made: TlsMemory = { context: contextFor(target), session: undefined };
  memories.set(target, made);
  return made;
}

function contextFor({ minimumTls, ca }: SocketTarget): SecureContext {
  const authorities = ca === undefined ? undefined : [ca].flat();
  authorities?.forEach(assertPem);
  return createSecureContext({
    minVersion: minimumTls,
    ...(isOld(minimumTls) ? { ciphers: oldCiphers } : {}),
    ...(authorities && { ca: authorities }),
  });
}

/** OpenSSL passes over an authority that it cannot read, and then trusts nobody. */
function assertPem(pem: string): void {
  try {
    new X509Certificate(pem);
  } catch (cause) {
    throw errors.invalidOption({ option: 'security.ca', reason: 'holds what is no certificate in PEM' }, { cause });
  }
}

/** Begins a TLS connection; its certificate is for the caller to check. */
export function startTls(target: SocketTarget, onread: OnReadOpts): TLSSocket {
  const { context: secureContext, session } = memoryOf(target);
  // The published types leave onread out, which TLS sockets take as TCP sockets do.
  const options: ConnectionOptions & { onread: OnReadOpts } = {
    host: target.host,
    port: target.port,
    servername: target.proxy,
    secureContext,
    session,
    // The check is made by assertCertificate, which can say what is wrong; nothing is sent before it.
    rejectUnauthorized: false,
    onread,
  };
  return connectTls(options);
}

/** Keeps the session of a connection whose certificate has passed. TLS 1.3 sends it later. */
export function rememberSession(socket: TLSSocket, target: SocketTarget): void {
  const memory = memoryOf(target);
  if (socket.getProtocol() !== 'TLSv1.3') memory.session = socket.getSession();
  socket.on('session', (session: Buffer) => (memory.session = session));
}

// OpenSSL 3 speaks the old versions, with their SHA-1 and short keys, at security level 0 alone.
const oldCiphers = 'DEFAULT:@SECLEVEL=0';
const isOld = (version: TlsVersion): boolean => version === 'TLSv1' || version === 'TLSv1.1';
