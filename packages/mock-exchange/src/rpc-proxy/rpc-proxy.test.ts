import { steppedClock } from '@cutover/base';
import { bindBody, buildPdu, ndrSyntax, PduType, splitPdu } from '@cutover/wire/rpc';
import {
  connA3,
  connC2,
  flowControlAckWithDestination,
  keepAlive,
  nameOfRtsPdu,
  ping,
  rtsPdu,
} from '@cutover/wire/rts';
import type { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { listen } from '../http/front-end.ts';
import { limits } from '../limits.ts';
import { OutChannel } from './out-channel.ts';
import {
  basic,
  bindPlain,
  inChannelCookie,
  openIn,
  openOut,
  openRawClient,
  outChannelCookie,
  type RawClient,
  requestChannel,
  sendPlain,
} from '../testing/raw-client.ts';
import { RawConnection } from '../testing/raw-connection.ts';
import { startRpcHarness, testInterface, testSyntax } from '../testing/rpc-harness.ts';
import { administrator, ann } from '../testing/two-accounts.ts';

const unavailable = 'HTTP/1.0 503 RPC Error: 6ba\r\n\r\n';
const protocolError = 'HTTP/1.0 503 RPC Error: 6c0\r\n\r\n';
const restOf = async (connection: RawConnection): Promise<string> => (await connection.rest()).toString('latin1');
const nextRts = async (connection: RawConnection) => rtsPdu.decode(await connection.pdu());

/** A reply of `size` bytes, each the number of its position modulo 251. */
const pattern = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, index) => index % 251);
const answering = (size: number) => testInterface(() => pattern(size));

describe('pairing', () => {
  test('OUT first: A3 at once, C2 with the IN channel', async () => {
    await using harness = await startRpcHarness({});
    const out = await openOut(harness);
    expect(await out.head()).toBe(
      'HTTP/1.1 200 Success\r\nContent-Type: application/rpc\r\nContent-Length: 1073741824',
    );
    expect(connA3.match(await nextRts(out))).toEqual({ connectionTimeout: 120_000 });
    expect(out.waiting).toBe(0);
    await openIn(harness);
    expect(connC2.match(await nextRts(out))).toEqual({
      version: 1,
      receiveWindowSize: 262144,
      connectionTimeout: 120_000,
    });
  });

  test('IN first: both come with the OUT channel', async () => {
    await using harness = await startRpcHarness({});
    await openIn(harness);
    const out = await openOut(harness);
    await out.head();
    expect(nameOfRtsPdu(await nextRts(out))).toBe('CONN/A3');
    expect(nameOfRtsPdu(await nextRts(out))).toBe('CONN/C2');
  });

  test('a channel whose partner does not come is closed after 30 s', async () => {
    const clock = steppedClock();
    await using harness = await startRpcHarness({ clock });
    const out = await openOut(harness);
    await out.head();
    await out.pdu();
    await clock.advance(limits.channelPairingMs - 1);
    expect(out.socket.destroyed).toBe(false);
    await clock.advance(1);
    expect(await restOf(out)).toBe('');
  });

  test('a channel that says nothing is closed, one that has begun may be silent', async () => {
    await using harness = await startRpcHarness({ idleMs: 300 });
    const client = await openRawClient(harness);
    for (const method of ['RPC_IN_DATA', 'RPC_OUT_DATA'] as const) {
      expect(await restOf(await requestChannel(method, harness))).toBe('');
    }
    expect([client.inChannel.socket.destroyed, client.outChannel.socket.destroyed]).toEqual([false, false]);
  });

  test('when one channel goes, the other goes too', async () => {
    await using harness = await startRpcHarness({});
    const client = await openRawClient(harness);
    client.inChannel.close();
    expect(await restOf(client.outChannel)).toBe('');
  });

  test.each([
    ['another account', { account: ann }],
    ['another server name', { query: 'EXCH-MSG-1.contoso.com:6001' }],
    ['another port', { query: 'EXCH-MSG-1:6004' }],
  ])('a channel of %s does not join', async (_name, other) => {
    await using harness = await startRpcHarness({});
    const out = await openOut({ port: harness.port, account: administrator });
    await out.head();
    const stranger = await openIn({ port: harness.port, ...other });
    expect(await restOf(stranger)).toBe(protocolError);
  });

  test('a second channel of one kind does not join', async () => {
    await using harness = await startRpcHarness({});
    const first = await openOut(harness);
    await first.head();
    expect(await restOf(await openOut(harness))).toBe(protocolError);
  });
});

describe('refusals', () => {
  test.each(['EXCH-MSG-1:1234', 'OTHER:6001', 'EXCH-MSG-1', ''])('%j is not in ValidPorts', async (query) => {
    await using harness = await startRpcHarness({});
    const [out, other] = [await openOut({ ...harness, query }), await openIn({ ...harness, query })];
    expect([await restOf(out), await restOf(other)]).toEqual([unavailable, unavailable]);
  });

  test('nothing is said before CONN/A1 has come', async () => {
    await using harness = await startRpcHarness({});
    const out = await requestChannel('RPC_OUT_DATA', { ...harness, query: 'OTHER:6001' });
    const echo = await RawConnection.open(harness.port);
    echo.write(
      `RPC_OUT_DATA /rpc/rpcproxy.dll?x HTTP/1.1\r\nAuthorization: ${basic(ann)}\r\nContent-Length: 0\r\n\r\n`,
    );
    await echo.head();
    expect(out.waiting).toBe(0);
  });

  const successor = (kind: 'in' | 'out'): Uint8Array =>
    Buffer.from(
      kind === 'out'
        ? `0500140310000000600000000000000004000500 0600000001000000 ${'03000000'.concat('00'.repeat(16)).repeat(3)} 0000000000000400`.replaceAll(
            ' ',
            '',
          )
        : `0500140310000000580000000000000004000400 0600000001000000 ${'03000000'.concat('00'.repeat(16)).repeat(3)}`.replaceAll(
            ' ',
            '',
          ),
      'hex',
    );
  test('a successor of no channel is refused', async () => {
    await using harness = await startRpcHarness({});
    const [out, other] = [await requestChannel('RPC_OUT_DATA', harness), await requestChannel('RPC_IN_DATA', harness)];
    out.write(successor('out'));
    other.write(successor('in'));
    expect([await restOf(out), await restOf(other)]).toEqual([protocolError, protocolError]);
  });

  test('a window that holds no fragment is refused', async () => {
    await using harness = await startRpcHarness({});
    expect(await restOf(await openOut({ ...harness, windowSize: 4096 }))).toBe(protocolError);
  });

  test.each([
    ['an IN channel', 'RPC_IN_DATA'],
    ['an OUT channel', 'RPC_OUT_DATA'],
  ] as const)('%s that begins with garbage is closed', async (_name, method) => {
    await using harness = await startRpcHarness({});
    const channel = await requestChannel(method, harness);
    channel.write(Buffer.alloc(76, 0x47));
    expect(await restOf(channel)).toBe('');
  });

  test('a call before the connection is complete ends it', async () => {
    await using harness = await startRpcHarness({});
    const channel = await openIn(harness);
    channel.write(buildPdu({ type: PduType.bind, callId: 1, body: new Uint8Array(12) }));
    expect(await restOf(channel)).toBe('');
  });
});

describe('life of a connection', () => {
  test('pings, keep-alives and unknown commands are taken without an answer', async () => {
    await using harness = await startRpcHarness({ services: [answering(4)] });
    const client = await openRawClient(harness);
    client.inChannel.write(ping.build({}));
    client.inChannel.write(keepAlive.build({ clientKeepalive: 60_000 }));
    client.inChannel.write(rtsPdu.encode({ flags: 2, commands: [{ tag: 0x77, unknown: new Uint8Array(4) }] }));
    client.outChannel.write(ping.build({}));
    expect((await bindPlain(client, testSyntax)).header.type).toBe(PduType.bindAck);
  });

  test('the server pings after half the time-out in silence, and only then', async () => {
    const clock = steppedClock();
    await using harness = await startRpcHarness({ clock, services: [answering(4)] });
    const client = await openRawClient(harness);
    await clock.advance(limits.connectionTimeoutMs / 2);
    await bindPlain(client, testSyntax);
    await clock.advance(limits.connectionTimeoutMs / 2);
    expect(client.outChannel.waiting).toBe(0);
    await clock.advance(limits.connectionTimeoutMs / 2);
    expect(nameOfRtsPdu(await nextRts(client.outChannel))).toBe('Ping');
  });

  test('chunked on request: one chunk for each PDU', async () => {
    await using harness = await startRpcHarness({ outChannelEncoding: 'chunked' });
    const out = await openOut(harness);
    expect(await out.head()).toContain('Transfer-Encoding: chunked');
    expect((await out.bytes(4 + 28 + 2)).toString('latin1')).toMatch(/^1c\r\n.{28}\r\n$/s);
  });

  test('the tap has every PDU of both directions in order', async () => {
    await using harness = await startRpcHarness({ services: [answering(10_000)] });
    const client = await openRawClient(harness);
    await bindPlain(client, testSyntax);
    sendPlain(client, { callId: 2, opnum: 0 });
    await client.outChannel.pdu();
    await client.outChannel.pdu();
    expect(harness.tap.pdus.map(({ direction, bytes }) => [direction, bytes[2], bytes.length])).toEqual([
      ['in', PduType.rts, 76],
      ['out', PduType.rts, 28],
      ['in', PduType.rts, 104],
      ['out', PduType.rts, 44],
      ['in', PduType.bind, 72],
      ['out', PduType.bindAck, 60],
      ['in', PduType.request, 24],
      ['out', PduType.response, 5832],
      ['out', PduType.response, 10_000 - 5808 + 24],
    ]);
  });
});

describe('the end of an announced body', () => {
  test('an IN channel that has used it up is closed, and its connection with it', async () => {
    await using harness = await startRpcHarness({ services: [answering(4)] });
    const target = { ...harness, contentLength: 104 + 72 + 23 };
    const client = await openRawClient(target);
    await bindPlain(client, testSyntax);
    sendPlain(client, { callId: 2, opnum: 0 });
    expect(await restOf(client.inChannel)).toBe('');
    expect(client.outChannel.socket.destroyed).toBe(true);
  });

  test('an OUT channel sends no call beyond it', async () => {
    const accepted = Promise.withResolvers<Socket>();
    const listener = await listen({ host: '127.0.0.1', port: 0 }, accepted.resolve);
    const client = await RawConnection.open(listener.port);
    const pdu = buildPdu({ type: PduType.fault, callId: 1, body: new Uint8Array(8) });
    const length = limits.outChannelReserve + 2 * pdu.length;
    const options = { cookie: outChannelCookie, windowSize: 65536, encoding: 'length', length } as const;
    const channel = new OutChannel(await accepted.promise, options);
    channel.open();
    await client.head();
    const sending = channel.send(Buffer.concat([pdu, pdu, pdu]));
    await client.bytes(2 * pdu.length);
    expect(channel.isStuck).toBe(true);
    channel.retire(ping.build({}));
    expect((await sending).length).toBe(pdu.length);
    expect((await client.rest()).length).toBe(20);
    client.close();
    await listener.close();
  });
});

describe('flow control', () => {
  const acknowledge = (client: RawClient, bytesReceived: number): void => {
    const acknowledgment = { bytesReceived, availableWindow: 65536, channelCookie: outChannelCookie };
    client.inChannel.write(flowControlAckWithDestination.build({ destination: 3, acknowledgment }));
  };

  test('the server stops at the edge of the window and goes on when the client has acknowledged', async () => {
    await using harness = await startRpcHarness({ services: [answering(200_000)] });
    const client = await openRawClient({ ...harness, windowSize: 65536 });
    let received = (await bindPlain(client, testSyntax)).bytes.length;
    sendPlain(client, { callId: 2, opnum: 0 });
    const stub: Uint8Array[] = [];
    let told = 0;
    while (Buffer.concat(stub).length < 200_000) {
      const pdu = await client.outChannel.pdu();
      expect(received + pdu.length - told).toBeLessThanOrEqual(65536);
      received += pdu.length;
      stub.push(pdu.subarray(24));
      // Nothing more fits: a server that went on would be caught by the expectation above.
      if (received - told > 65536 - 5840) {
        await new Promise((resolve) => setImmediate(resolve));
        expect(client.outChannel.waiting).toBe(0);
        acknowledge(client, (told = received));
      }
    }
    expect(Buffer.concat(stub).equals(pattern(200_000))).toBe(true);
  });

  test('an acknowledgment of what was never sent ends the connection', async () => {
    await using harness = await startRpcHarness({ services: [answering(4)] });
    const client = await openRawClient(harness);
    acknowledge(client, 1_000_000);
    expect(await restOf(client.outChannel)).toBe('');
  });

  test('the client is told what was taken of the IN channel', async () => {
    await using harness = await startRpcHarness({ services: [answering(0)] });
    const client = await openRawClient(harness);
    await bindPlain(client, testSyntax);
    const sent = 72 + 200_000 + Math.ceil(200_000 / 5808) * 24;
    sendPlain(client, { callId: 2, opnum: 0, stub: pattern(200_000) });
    const ack = flowControlAckWithDestination.match(await nextRts(client.outChannel));
    expect(ack).toMatchObject({
      destination: 0,
      acknowledgment: { availableWindow: 262144, channelCookie: inChannelCookie },
    });
    expect(ack!.acknowledgment.bytesReceived).toBeGreaterThanOrEqual(131072);
    expect(ack!.acknowledgment.bytesReceived).toBeLessThanOrEqual(sent);
  });

  test('a client that sends beyond the window while a call is being answered is cut off', async () => {
    const never = testInterface(
      (connection) =>
        new Promise((_, reject) => connection.signal.addEventListener('abort', () => reject(new Error('gone')))),
    );
    await using harness = await startRpcHarness({ services: [never] });
    const client = await openRawClient(harness);
    await bindPlain(client, testSyntax);
    sendPlain(client, { callId: 2, opnum: 0 });
    sendPlain(client, { callId: 3, opnum: 0, stub: pattern(300_000) });
    expect(await restOf(client.outChannel)).toBe('');
  });
});

test('an answer to several contexts names each', async () => {
  await using harness = await startRpcHarness({ services: [answering(0)] });
  const client = await openRawClient(harness);
  const context = (contextId: number, uuid: string) => ({
    contextId,
    abstractSyntax: { ...testSyntax, uuid },
    transferSyntaxes: [ndrSyntax],
  });
  const contexts = [context(0, testSyntax.uuid), context(1, inChannelCookie)];
  const body = bindBody.encode({ maxTransmit: 5840, maxReceive: 5840, associationGroup: 0, contexts });
  client.inChannel.write(buildPdu({ type: PduType.bind, callId: 1, body }));
  const answer = splitPdu(await client.outChannel.pdu());
  expect(answer.body.length).toBe(8 + 8 + 4 + 2 * 24);
});
