import type { Socket } from 'node:net';
import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerAuthentication,
  type SMTPServerDataStream,
} from 'smtp-server';
import type { DoorContext } from '../doors/door.ts';
import { mockEvents } from '../events.ts';
import { limits } from '../limits.ts';
import { signIn } from '../organisation/sign-in.ts';
import type { World } from '../world.ts';
import { takeMessage } from './take-message.ts';
import { refusalOf } from './refusal-of.ts';
import { smtpReply, type SmtpReply } from './smtp-reply.ts';
import { SmtpFaults } from './smtp-faults.ts';
import { smtpLogger } from './smtp-logger.ts';

type Callback = (error?: Error | null) => void;

/** Makes what serves connections of SMTP; the protocol itself is smtp-server's. RFC 5321 */
export function createSmtpServer({ world, tls }: Pick<DoorContext, 'world' | 'tls'>): (socket: Socket) => void {
  const { organisation } = world;
  const { logger, data, struck } = smtpLogger(world);
  const faults = new SmtpFaults(world, struck);
  const server = new SMTPServer({
    name: organisation.server.name,
    banner: `Microsoft ESMTP MAIL Service, Version: 6.0.3790.1830 ready`,
    key: tls.key,
    cert: tls.cert,
    size: limits.messageSize,
    rejectOversized: true,
    authOptional: true,
    authMethods: ['LOGIN', 'PLAIN'],
    // As on an Exchange inside a firm: passwords also where nothing is encrypted.
    allowInsecureAuth: true,
    disableReverseLookup: true,
    hideSMTPUTF8: true,
    logger,
    onConnect: (session, callback) => void settle(callback, () => faults.strike('CONNECT', session)),
    onAuth: (auth, session, callback) =>
      void settleWith(callback, async () => {
        await faults.strike('AUTH', session);
        return { user: signedIn(world, auth) };
      }),
    onMailFrom: (_address, session, callback) => void settle(callback, () => faults.strike('MAIL', session)),
    onRcptTo: (address, session, callback) =>
      void settle(callback, async () => {
        await faults.strike('RCPT', session, [address]);
        assertKnown(world, address);
      }),
    onData: (stream, session, callback) =>
      void settle(callback, async () => {
        const bytes = await collect(stream);
        data(session, bytes);
        await faults.strike('DATA', session, session.envelope.rcptTo);
        // smtp-server itself refuses what is too large, once it has passed by.
        if (stream.sizeExceeded) return;
        await takeMessage(world, session, bytes);
      }),
    onClose: (session) => faults.forget(session),
  });
  // What breaks a connection is the client's affair.
  server.on('error', () => undefined);
  return (socket) => {
    const id = faults.remember(socket);
    socket.on('error', () => socket.destroy());
    server.connect(socket, { id });
  };
}

function signedIn({ organisation }: World, { username, password }: SMTPServerAuthentication): string {
  const account = signIn(organisation.accounts, username ?? '', password ?? '');
  if (account === undefined) throw smtpReply(535, '5.7.3 Authentication unsuccessful');
  return account.userName;
}

function assertKnown({ organisation }: World, { address }: SMTPServerAddress): void {
  const refusal = refusalOf(organisation, address);
  if (refusal !== undefined) throw refusal;
}

/** The message as it came; of one that is too long what the limit lets through. */
async function collect(stream: SMTPServerDataStream): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size <= limits.messageSize) pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const settle = (callback: Callback, work: () => Promise<void>): Promise<void> => settleWith<void>(callback, work);

/** Calls back with what came of the work; a defect of the server is told as such, and costs one command. */
async function settleWith<T>(
  callback: (error: Error | null | undefined, value?: T) => void,
  work: () => Promise<T>,
): Promise<void> {
  try {
    callback(null, await work());
  } catch (error) {
    if (isReply(error)) return callback(error);
    mockEvents.requestFailed.publish({ error });
    callback(smtpReply(451, 'Requested action aborted: local error in processing'));
  }
}

const isReply = (error: unknown): error is SmtpReply => error instanceof Error && 'responseCode' in error;
