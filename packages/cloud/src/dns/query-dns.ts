import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { getServers } from 'node:dns';
import { connect, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Clock, Random } from '@cutover/base';
import { cloudErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import { decodeAnswer, encodeQuery, isTruncated, type DnsRecord, type RecordType } from './dns-message.ts';

/** Asks one name server for the records of a name; an empty list: there are none. Throws `cloud.dnsNameUnknown` where there is no such name at all. */
export type QueryDns = (
  question: { name: string; type: RecordType; server?: string | undefined },
  options: { signal: AbortSignal },
) => Promise<DnsRecord[]>;

/** Questions by UDP, tried again when no answer comes, and by TCP when it is too long for that. `server` is an address, with a port if need be; else the machine's own. */
export function createQueryDns({ clock, random }: { clock: Clock; random: Random }): QueryDns {
  return async ({ name, type, server = getServers()[0] ?? '127.0.0.1' }, { signal }) => {
    const target = parseServer(server);
    for (let attempt = 1; attempt <= limits.dnsAttempts; attempt++) {
      const id = Buffer.from(random.bytes(2)).readUInt16BE();
      const call = { query: encodeQuery(id, domainToASCII(name), type), id, target, clock, signal };
      const answer = await ask(call);
      if (answer) return decodeAnswer(isTruncated(answer) ? await askByTcp(call) : answer, { name, type });
    }
    throw cloudErrors.dnsFailed({ name, reason: `the name server ${server} does not answer` });
  };
}

interface Target {
  readonly host: string;
  readonly port: number;
}

/** `10.0.0.1`, `10.0.0.1:5353`, `::1`, `[::1]:5353` */
function parseServer(server: string): Target {
  const [, host = server, port = '53'] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(isIPv6(server) ? `[${server}]` : server) ?? [];
  return { host, port: Number(port) };
}

interface Call {
  readonly query: Buffer;
  readonly id: number;
  readonly target: Target;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** The datagram that answers; undefined when none came in time. */
async function ask(call: Call): Promise<Buffer | undefined> {
  const { clock, id, query, signal, target } = call;
  const socket = createSocket(isIPv6(target.host) ? 'udp6' : 'udp4');
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  try {
    socket.connect(target.port, target.host);
    await once(socket, 'connect', { signal: either });
    const answered = answerTo(socket, id, either);
    socket.send(query);
    const late = clock.sleep(limits.dnsWait, { signal: either }).then(() => undefined);
    // Who loses is ended below, and must not be missed by nobody.
    late.catch(() => undefined);
    answered.catch(() => undefined);
    return await Promise.race([answered, late]);
  } catch (error) {
    signal.throwIfAborted();
    // Nobody listens there: as good as silence, only sooner.
    if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') return undefined;
    throw error;
  } finally {
    over.abort();
    socket.close();
  }
}

async function answerTo(socket: ReturnType<typeof createSocket>, id: number, signal: AbortSignal): Promise<Buffer> {
  for (;;) {
    const [message] = (await once(socket, 'message', { signal })) as [Buffer];
    if (message.length >= 12 && message.readUInt16BE(0) === id) return message;
  }
}

/** The whole answer over a connection, where each message stands behind its length. RFC 1035 §4.2.2 */
async function askByTcp({ query, signal, target }: Call): Promise<Buffer> {
  const socket = connect({ ...target, signal, timeout: limits.dnsWait });
  socket.once('timeout', () => socket.destroy(new Error('The name server does not answer.')));
  socket.write(Buffer.concat([lengthOf(query), query]));
  let read = Buffer.alloc(0);
  // Leaving the loop destroys the socket.
  for await (const bytes of socket) {
    read = Buffer.concat([read, bytes as Buffer]);
    if (read.length >= 2 && read.length >= 2 + read.readUInt16BE(0)) break;
  }
  return read.subarray(2);
}

function lengthOf(message: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return length;
}
