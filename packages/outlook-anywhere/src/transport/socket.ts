import { connect as connectTcp, type OnReadOpts, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { SdkError } from '@cutover/base';
import { errors } from '../errors.ts';
import { limits } from '../limits.ts';
import { assertCertificate } from './certificate.ts';
import type { SocketTarget } from './socket-target.ts';
import { rememberSession, startTls } from './start-tls.ts';

/** What happens on a socket. The bytes are a view of a buffer that is used again when `bytes` returns. */
export interface SocketEvents {
  bytes(view: Uint8Array): void;
  /** Once: after the other side closed, the line broke or `close` was called. */
  end(reason: string): void;
}

/** A connected socket. */
export interface RawSocket {
  readonly remoteAddress: string;
  write(bytes: Uint8Array): void;
  /** Says that nothing more will be written. */
  finish(): void;
  close(): void;
  /** The peer's certificate in force, if there is one. */
  readonly tls: TLSSocket | undefined;
}

/** Connects to the target and, for TLS, checks the certificate. Reads go through one reused buffer, without streams. */
export async function openSocket(target: SocketTarget, events: SocketEvents, signal: AbortSignal): Promise<RawSocket> {
  signal.throwIfAborted();
  const onread: OnReadOpts = {
    buffer: new Uint8Array(limits.readBuffer),
    callback: (length, buffer) => {
      events.bytes((buffer as Uint8Array).subarray(0, length));
      return true;
    },
  };
  const socket = target.tls ? startTls(target, onread) : connectTcp({ host: target.host, port: target.port, onread });
  socket.setNoDelay(true);
  try {
    await connected(socket, target, signal);
    if (target.tls) {
      assertCertificate(socket as TLSSocket, target);
      rememberSession(socket as TLSSocket, target);
    }
  } catch (error) {
    socket.destroy();
    throw error;
  }
  return watched(socket, target, events);
}

function connected(socket: Socket, target: SocketTarget, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let reached = false;
    const fail = (error: Error): void => reject(reached ? tlsError(error, target) : connectError(error, target));
    const stop = (): void => reject(signal.reason as Error);
    const done = (): void => {
      socket.off('error', fail).off('close', closed);
      // A late error must not end the process; `watched` hears of the end by 'close'.
      socket.on('error', () => undefined);
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const closed = (): void => fail(new Error('the connection was closed'));
    signal.addEventListener('abort', stop, { once: true });
    socket.on('error', fail).once('close', closed);
    socket.once('connect', () => (reached = true));
    socket.once(target.tls ? 'secureConnect' : 'connect', done);
  });
}

function watched(socket: Socket, target: SocketTarget, events: SocketEvents): RawSocket {
  let reason = 'the other side closed it';
  socket.on('error', (error: Error) => (reason = errorCode(error)));
  socket.once('end', () => socket.destroy());
  socket.once('close', () => events.end(reason));
  return {
    remoteAddress: `${socket.remoteAddress ?? target.host}:${socket.remotePort ?? target.port}`,
    write: (bytes) => void socket.write(bytes),
    finish: () => void socket.end(),
    close: () => {
      reason = 'it was closed here';
      socket.destroy();
    },
    tls: target.tls ? (socket as TLSSocket) : undefined,
  };
}

const unresolved = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME']);

function connectError(error: Error, { proxy, port }: SocketTarget): SdkError {
  const code = errorCode(error);
  return unresolved.has(code)
    ? errors.hostNotFound({ proxy }, { cause: error })
    : errors.connectFailed({ proxy, port, reason: code }, { cause: error });
}

function tlsError(error: Error, { proxy }: SocketTarget): SdkError {
  return errors.tlsFailed({ proxy, reason: errorCode(error) }, { cause: error });
}

function errorCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
