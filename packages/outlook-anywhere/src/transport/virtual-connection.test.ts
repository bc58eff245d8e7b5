import { steppedClock } from '@cutover/base';
import { describe, expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { hex } from '../testing/hex.ts';
import { connA3, connC2, scriptedProxy, successHead } from '../testing/scripted-proxy.ts';
import { scriptedServer } from '../testing/scripted-server.ts';
import { testProxy } from '../testing/test-proxy.ts';
import { openVirtualConnection } from './virtual-connection.ts';

const endpoint = { server: 'EXCH-MSG-1', port: 6001 };
const never = new AbortController().signal;
const quiet = { pdu: () => undefined, end: () => undefined };
const smallWindow = Buffer.from(connC2);
smallWindow.writeUInt32LE(32, 32);
// [MS-RPCH] 2.2.4.50: 32 bytes received, room for 32 more.
const flowControlAck = hex`05001403 10000000 38000000 00000000 02000200 0d000000 00000000
  01000000 20000000 20000000 00000000000000000000000000000000`;
const pdu = (size: number): Uint8Array => {
  const bytes = Buffer.alloc(size);
  bytes.set(hex`05000203 10000000`);
  bytes.writeUInt16LE(size, 8);
  return bytes;
};
const isRpc = (bytes: Uint8Array): boolean => bytes[2] !== 20;

describe('flow control', () => {
  test('what the server has no room for waits until it has', async () => {
    await using proxy = await scriptedProxy({
      out: [successHead, connA3, smallWindow],
      answer: (bytes) => (bytes[15] === 1 ? [flowControlAck] : []),
    });
    const connection = await openVirtualConnection(testProxy(proxy.port), endpoint, quiet, never);
    const first = pdu(32);
    expect(connection.send(first)).toBeUndefined();
    const waits = connection.send(pdu(24));
    await expect.poll(() => proxy.received.filter(isRpc)).toHaveLength(1);
    expect(waits).toBeInstanceOf(Promise);
    connection.close();
    await expect(waits).rejects.toMatchObject({ code: 'outlookAnywhere.closed' });
  });

  test('an acknowledgment makes room', async () => {
    await using proxy = await scriptedProxy({
      out: [successHead, connA3, smallWindow],
      answer: () => [flowControlAck],
    });
    const connection = await openVirtualConnection(testProxy(proxy.port), endpoint, quiet, never);
    void connection.send(pdu(32));
    await connection.send(pdu(24));
    await expect.poll(() => proxy.received.filter(isRpc)).toHaveLength(2);
    connection.close();
  });

  const quarters = (count: number) =>
    Array.from({ length: (limits.receiveWindow / 4 / 4096) * count + 1 }, () => pdu(4096));
  const acks = (received: readonly Uint8Array[]) => received.filter((bytes) => bytes.length === 56);

  test('three quarters of a window of RPC bytes are acknowledged at once, with the cookie of CONN/A1', async () => {
    await using proxy = await scriptedProxy({ answer: () => quarters(3) });
    const connection = await openVirtualConnection(testProxy(proxy.port), endpoint, quiet, never);
    void connection.send(pdu(32));
    await expect.poll(() => acks(proxy.received)).toHaveLength(1);
    const [ack] = acks(proxy.received);
    const connA1 = proxy.received.find((bytes) => bytes.length === 76);
    expect(Buffer.from(ack!).readUInt32LE(20 + 8 + 4)).toBe(quarters(3).length * 4096);
    expect(ack!.subarray(40)).toEqual(connA1!.subarray(52, 68));
    connection.close();
  });

  test('less than that goes with the next request', async () => {
    await using proxy = await scriptedProxy({ answer: () => quarters(1) });
    let count = 0;
    const sink = { pdu: () => count++, end: () => undefined };
    const connection = await openVirtualConnection(testProxy(proxy.port), endpoint, sink, never);
    void connection.send(pdu(32));
    await expect.poll(() => count).toBe(quarters(1).length);
    expect(acks(proxy.received)).toHaveLength(0);
    void connection.send(pdu(32));
    await expect.poll(() => acks(proxy.received)).toHaveLength(1);
    connection.close();
  });
});

test('a quiet connection is kept alive by pings', async () => {
  const clock = steppedClock();
  await using proxy = await scriptedProxy({});
  const connection = await openVirtualConnection(testProxy(proxy.port, { clock }), endpoint, quiet, never);
  await clock.advance(60_000);
  const ping = hex`05001403 10000000 14000000 00000000 01000000`;
  await expect
    .poll(() => proxy.received.map((bytes) => Buffer.from(bytes).toString('hex')))
    .toContain(Buffer.from(ping).toString('hex'));
  connection.close();
});

test('the end is told once, whoever closes', async () => {
  await using proxy = await scriptedProxy({});
  const ends: Error[] = [];
  const sink = { pdu: () => undefined, end: (error: Error) => ends.push(error) };
  const connection = await openVirtualConnection(testProxy(proxy.port), endpoint, sink, never);
  for (const socket of proxy.open) socket.destroy();
  await expect.poll(() => ends).toHaveLength(1);
  connection.close();
  expect(ends).toMatchObject([{ code: 'outlookAnywhere.connectionLost', retry: true }]);
});

describe('NTLM over HTTP', () => {
  // A challenge as [MS-NLMP] 2.2.1.2 lays it out, with a target information list.
  const challenge = hex`4e544c4d53535000 02000000 0c000c00 38000000 33828ae2 0123456789abcdef 0000000000000000
    24002400 44000000 0600701700 00000f 530065007200760065007200
    02000c0044006f006d00610069006e00 01000c00530065007200760065007200 00000000`;
  const type = (header: string): number => Buffer.from(/NTLM (\S+)/.exec(header)![1]!, 'base64').readUInt32LE(8);

  test('is three steps on one connection, for each channel', async () => {
    const seen: string[] = [];
    await using server = await scriptedServer((socket) => {
      let step = 0;
      socket.on('data', (chunk) => {
        const head = (chunk as Buffer).toString('latin1').split('\r\n\r\n')[0]!;
        if (!head.startsWith('RPC_')) return;
        seen.push(`${head.slice(0, 12).trim()} ${/Content-Length: \d+/.exec(head)![0]} type ${type(head)}`);
        const challenged = `HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: NTLM ${Buffer.from(challenge).toString('base64')}\r\nContent-Length: 4\r\n\r\nbody`;
        if (step++ === 0) socket.write(challenged);
        else if (head.startsWith('RPC_OUT')) socket.write(Buffer.concat([successHead, connA3, connC2]));
      });
    });
    const proxy = testProxy(server.port, { authentication: 'NTLM' });
    const connection = await openVirtualConnection(proxy, endpoint, quiet, never);
    await expect.poll(() => seen.length).toBe(4);
    connection.close();
    expect(seen.toSorted()).toEqual([
      'RPC_IN_DATA Content-Length: 0 type 1',
      'RPC_IN_DATA Content-Length: 1073741824 type 3',
      'RPC_OUT_DATA Content-Length: 0 type 1',
      'RPC_OUT_DATA Content-Length: 76 type 3',
    ]);
  });

  test('the refusal of one channel ends the other in the middle of its sign-in', async () => {
    await using server = await scriptedServer((socket) => {
      socket.on('data', (chunk) => {
        const isOut = (chunk as Buffer).toString('latin1').startsWith('RPC_OUT');
        if (isOut) socket.write('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
      });
    });
    const proxy = testProxy(server.port, { authentication: 'NTLM' });
    await expect(openVirtualConnection(proxy, endpoint, quiet, never)).rejects.toMatchObject({
      code: 'outlookAnywhere.rpcProxyNotFound',
    });
    await expect.poll(() => server.open.size).toBe(0);
  });

  test('a proxy without NTLM is named', async () => {
    const basicOnly = 'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n';
    await using server = await scriptedServer((socket) => void socket.write(basicOnly));
    const proxy = testProxy(server.port, { authentication: 'NTLM' });
    await expect(openVirtualConnection(proxy, endpoint, quiet, never)).rejects.toMatchObject({
      code: 'outlookAnywhere.authenticationNotOffered',
      context: { offered: ['Basic'] },
    });
  });
});
