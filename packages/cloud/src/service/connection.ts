import { once } from 'node:events';
import type { Socket } from 'node:net';
import { deserialize, serialize } from 'node:v8';
import type { Random } from '@cutover/base';
import { cloudErrors } from '../errors.ts';
import { createFrameReader, encodeFrame } from './frames.ts';
import { assertSameVersion, makeGreeting, readGreeting } from './greeting.ts';
import { createSealedChannel, type Side } from './sealed-channel.ts';

/** An authenticated conversation of structured-cloneable messages over one socket. */
export interface Connection {
  /** Waits while the other side does not read. */
  send(message: unknown): Promise<void>;
  /** The next message; undefined when the other side has ended. */
  receive(): Promise<unknown>;
}

export interface ConnectionOptions {
  readonly token: Uint8Array;
  readonly version: string;
  readonly random: Random;
}

/** Greets the service and learns that it holds the token. */
export async function greetService(socket: Socket, options: ConnectionOptions): Promise<Connection> {
  const frames = framesOf(socket);
  const own = makeGreeting(options);
  await write(socket, own);
  const theirs = await nextFrame(frames);
  assertSameVersion(readGreeting(theirs), options.version);
  return seal({ socket, frames, token: options.token, side: 'client', greetings: Buffer.concat([own, theirs]) });
}

/** Answers a client's greeting. A client of another version gets the answer too: it tells it so. */
export async function greetClient(socket: Socket, options: ConnectionOptions): Promise<Connection> {
  const frames = framesOf(socket);
  const theirs = await nextFrame(frames);
  readGreeting(theirs);
  const own = makeGreeting(options);
  await write(socket, own);
  return seal({ socket, frames, token: options.token, side: 'service', greetings: Buffer.concat([theirs, own]) });
}

interface Greeted {
  socket: Socket;
  frames: AsyncGenerator<Uint8Array>;
  token: Uint8Array;
  side: Side;
  greetings: Uint8Array;
}

function seal({ socket, frames, ...keys }: Greeted): Connection {
  const channel = createSealedChannel(keys);
  return {
    send: (message) => write(socket, channel.seal(serialize(message))),
    receive: async () => {
      const frame = await frames.next();
      return frame.done ? undefined : (deserialize(channel.open(frame.value)) as unknown);
    },
  };
}

/** Reads no faster than it is asked: what is not taken stays in the socket. */
async function* framesOf(socket: Socket): AsyncGenerator<Uint8Array> {
  const read = createFrameReader();
  for await (const chunk of socket) yield* read(chunk as Uint8Array);
}

async function nextFrame(frames: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const frame = await frames.next();
  if (frame.done) throw cloudErrors.serviceLost({});
  return frame.value;
}

async function write(socket: Socket, payload: Uint8Array): Promise<void> {
  if (socket.write(encodeFrame(payload)) || socket.destroyed) return;
  const closed = new AbortController();
  await Promise.race([
    once(socket, 'drain', { signal: closed.signal }),
    once(socket, 'close', { signal: closed.signal }),
  ]).finally(() => closed.abort());
}
