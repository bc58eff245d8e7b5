import { isSdkError } from '@cutover/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connA3, connC2, successHead } from '../testing/scripted-proxy.ts';
import { scriptedServer } from '../testing/scripted-server.ts';
import { testProxy } from '../testing/test-proxy.ts';
import { openVirtualConnection } from './virtual-connection.ts';

const handshake = Buffer.concat([successHead, connA3, connC2]);
const endpoint = { server: 'EXCH-MSG-1', port: 6001 };
const never = new AbortController().signal;

const noise = fc.uint8Array({ maxLength: 200 });
const heads = fc
  .tuple(fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/2', ''), fc.nat(999), fc.string({ maxLength: 30 }))
  .map(([version, status, rest]) => Buffer.from(`${version} ${status} ${rest}\r\n\r\n`));
const damaged = fc
  .array(fc.record({ at: fc.nat(handshake.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 3 })
  .map((changes) => {
    const copy = Buffer.from(handshake);
    for (const { at, byte } of changes) copy[at] = byte;
    return copy;
  });

test.each(['Basic', 'NTLM'] as const)(
  'whatever answers instead of a proxy is told as an error, with %s',
  async (authentication) => {
    let answer: Uint8Array = handshake;
    await using server = await scriptedServer((socket) => socket.once('data', () => void socket.end(answer)));
    const proxy = testProxy(server.port, { authentication });
    const run = async (bytes: Uint8Array): Promise<void> => {
      answer = bytes;
      // The sink hears of the end of every connection, also of one that never came to be.
      const ended = Promise.withResolvers<Error>();
      const sink = { pdu: () => undefined, end: ended.resolve };
      await openVirtualConnection(proxy, endpoint, sink, never).catch(() => undefined);
      const told = await ended.promise;
      if (!(isSdkError(told) && told.code.startsWith('outlookAnywhere.'))) throw told;
      await expect.poll(() => server.open.size, { interval: 1 }).toBe(0);
    };
    await fc.assert(fc.asyncProperty(fc.oneof(noise, heads, damaged), run), { numRuns: 60 });
  },
);
