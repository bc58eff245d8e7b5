import { steppedClock } from '@cutover/base';
import { defineInterface, defineOperation, ndr } from '@cutover/wire';
import { describe, expect, test } from 'vitest';
import { clientEvents } from '../events.ts';
import { hex } from '../testing/hex.ts';
import { connA3, connC2, type ProxyScript, scriptedProxy } from '../testing/scripted-proxy.ts';
import { scriptedServer } from '../testing/scripted-server.ts';
import { testProxy } from '../testing/test-proxy.ts';
import type { Proxy } from '../proxy.ts';
import { openRpcClient, type RpcClientOptions } from './rpc-client.ts';

const echo = defineOperation({ name: 'Echo', opnum: 7, request: { value: ndr.u32 }, response: { value: ndr.u32 } });
const testInterface = defineInterface({
  name: 'Test',
  uuid: 'f5cc5a18-4264-101a-8c59-08002b2f8426',
  majorVersion: 56,
  minorVersion: 0,
  operations: { echo },
});
const bindAck = (
  group: string,
): Uint8Array => hex`05000c03 10000000 3c000000 01000000 b810b810 ${group} 0500 3630303400 00
  01000000 00000000 045d888aeb1cc9119fe808002b104860 02000000`;
/** The request's own stub as the answer. */
const echoed = (pdu: Uint8Array): Uint8Array => {
  const answer = Buffer.from(pdu);
  answer[2] = 2;
  return answer;
};
const echoing =
  (...groups: string[]): NonNullable<ProxyScript['answer']> =>
  (pdu) => [pdu[2] === 11 ? bindAck(groups.length > 1 ? groups.shift()! : groups[0]!) : echoed(pdu)];

const optionsFor = (port: number, more: Partial<RpcClientOptions> = {}): RpcClientOptions => ({
  proxy: testProxy(port),
  endpoint: { server: 'EXCH-MSG-1', port: 6004 },
  interface: testInterface,
  authentication: 'None',
  stubLimit: 1000,
  timeouts: { connect: 10_000, handshake: 10_000, call: 10_000 },
  ...more,
});

describe('openRpcClient', () => {
  test('a call is its operation both ways', async () => {
    await using proxy = await scriptedProxy({ answer: echoing('34120000') });
    const client = await openRpcClient(optionsFor(proxy.port));
    expect(await client.call(echo, { value: 42 })).toEqual({ value: 42 });
    client.close();
    await expect(client.call(echo, { value: 1 })).rejects.toMatchObject({ code: 'outlookAnywhere.closed' });
  });

  test('a host that takes no connection is given up earlier than one that does not join its channels', async () => {
    const clock = steppedClock();
    await using silent = await scriptedServer(() => undefined);
    const proxy = testProxy(silent.port, { clock, connectTimeout: 500 });
    const opening = openRpcClient(
      optionsFor(silent.port, { proxy: { ...proxy, socket: { ...proxy.socket, tls: true } } }),
    );
    const outcome = expect(opening).rejects.toMatchObject({ code: 'outlookAnywhere.connectTimedOut' });
    await expect.poll(() => silent.open.size).toBe(2);
    await clock.advance(500);
    await outcome;
    await expect.poll(() => silent.open.size).toBe(0);
  });

  test('a handshake that never ends is given up', async () => {
    await using proxy = await scriptedProxy({ out: [] });
    const clock = steppedClock();
    const opening = openRpcClient(optionsFor(proxy.port, { proxy: testProxy(proxy.port, { clock }) }));
    const outcome = expect(opening).rejects.toMatchObject({ code: 'outlookAnywhere.handshakeTimedOut', retry: true });
    await expect.poll(() => proxy.heads.RPC_OUT_DATA.length).toBe(1);
    await clock.advance(20_000);
    await outcome;
    await expect.poll(() => proxy.open.size).toBe(0);
  });

  test('a call that is not answered in time ends the connection', async () => {
    await using proxy = await scriptedProxy({ answer: (pdu) => (pdu[2] === 11 ? [bindAck('34120000')] : []) });
    const clock = steppedClock();
    const client = await openRpcClient(optionsFor(proxy.port, { proxy: testProxy(proxy.port, { clock }) }));
    const call = expect(client.call(echo, { value: 1 })).rejects.toMatchObject({
      code: 'outlookAnywhere.callTimedOut',
      context: { operation: 'Echo', ms: 10_000 },
    });
    await clock.advance(10_000);
    await call;
    await expect.poll(() => proxy.open.size).toBe(0);
  });

  test('an abort of a call ends the connection with its reason', async () => {
    await using proxy = await scriptedProxy({ answer: (pdu) => (pdu[2] === 11 ? [bindAck('34120000')] : []) });
    const client = await openRpcClient(optionsFor(proxy.port));
    const controller = new AbortController();
    const call = client.call(echo, { value: 1 }, { signal: controller.signal });
    controller.abort(new Error('stop'));
    await expect(call).rejects.toThrow('stop');
    await expect.poll(() => proxy.open.size).toBe(0);
  });

  test('an answer that cannot be read ends it', async () => {
    await using proxy = await scriptedProxy({
      answer: (pdu) => [
        pdu[2] === 11 ? bindAck('34120000') : hex`05000203 10000000 1a000000 02000000 04000000 00000000 2b00`,
      ],
    });
    const client = await openRpcClient(optionsFor(proxy.port));
    await expect(client.call(echo, { value: 1 })).rejects.toMatchObject({ code: 'outlookAnywhere.protocolViolation' });
    await expect.poll(() => proxy.open.size).toBe(0);
  });
});

test('whoever listens hears of connections and calls, and of no secret', async () => {
  const heard: unknown[] = [];
  const listen = (event: unknown): void => void heard.push(event);
  const channels = [clientEvents.connected, clientEvents.called, clientEvents.disconnected].map(
    ({ channel }) => channel,
  );
  for (const channel of channels) channel.subscribe(listen);
  await using proxy = await scriptedProxy({ answer: echoing('34120000') });
  const client = await openRpcClient(optionsFor(proxy.port));
  await client.call(echo, { value: 42 });
  client.close();
  for (const channel of channels) channel.unsubscribe(listen);
  const about = { server: 'EXCH-MSG-1', port: 6004 };
  expect(heard).toEqual([
    { ...about, interface: 'Test', associationGroup: 0x1234 },
    { ...about, operation: 'Echo', milliseconds: expect.any(Number) as number, requestBytes: 4, responseBytes: 4 },
    { ...about, reason: 'outlookAnywhere.closed' },
  ]);
});

describe('a connection whose channels get no successor', () => {
  // [MS-RPCH] 2.2.4.24
  const askForOut = hex`05001403 10000000 1c000000 00000000 04000100 0d000000 00000000`;
  const manyIn = { channelBytes: 100 };
  const announcing = (length: number): Uint8Array =>
    Buffer.from(`HTTP/1.1 200 Success\r\nContent-Type: application/rpc\r\nContent-Length: ${length}\r\n\r\n`);

  test.each<[string, Partial<Proxy>, number, readonly Uint8Array[]]>([
    ['when its IN channel has carried enough', manyIn, 0x40000000, []],
    ['when the body of its OUT channel nears its end', {}, 300, []],
    ['when the server asks for another OUT channel', {}, 0x40000000, [askForOut]],
  ])('is replaced by one of the same association %s', async (_when, more, length, behind) => {
    const answer = echoing('34120000');
    await using proxy = await scriptedProxy({
      refusesSuccessors: true,
      out: [announcing(length), connA3, connC2],
      answer: (pdu) => [...(answer(pdu) as Uint8Array[]), ...(pdu[2] === 0 ? behind : [])],
    });
    const client = await openRpcClient(optionsFor(proxy.port, { proxy: testProxy(proxy.port, more) }));
    for (let value = 0; value < 12; value++) {
      expect(await client.call(echo, { value })).toEqual({ value });
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const binds = proxy.received.filter((pdu) => pdu[2] === 11);
    expect(binds.length).toBeGreaterThan(2);
    expect(binds.map((pdu) => Buffer.from(pdu).readUInt32LE(20)).slice(0, 2)).toEqual([0, 0x1234]);
    await expect.poll(() => proxy.open.size).toBeLessThan(4);
    client.close();
  });

  test('a server that begins another association is told as a loss, as open handles are gone', async () => {
    await using proxy = await scriptedProxy({
      answer: echoing('34120000', '35120000'),
      out: [announcing(150), connA3, connC2],
    });
    const client = await openRpcClient(optionsFor(proxy.port));
    await expect(client.call(echo, { value: 1 })).rejects.toMatchObject({ code: 'outlookAnywhere.connectionLost' });
    await expect.poll(() => proxy.open.size).toBe(0);
  });
});
