import { steppedClock, systemIds } from '@cutover/base';
import { PduType, splitPdu } from '@cutover/wire/rpc';
import { inR1A1, inR1A5, nameOfRtsPdu, outR1A10, outR1A3, outR1A7, outR2A7, outR2C1, rtsPdu } from '@cutover/wire/rts';
import { describe, expect, test } from 'vitest';
import { limits } from '../limits.ts';
import {
  bindPlain,
  inChannelCookie,
  openRawClient,
  outChannelCookie,
  type RawClient,
  requestChannel,
  sendPlain,
} from '../testing/raw-client.ts';
import type { RawConnection } from '../testing/raw-connection.ts';
import { type RpcHarness, startRpcHarness, testInterface, testSyntax } from '../testing/rpc-harness.ts';

const successorCookie = '33333333-0000-0000-0000-000000000003';
const server = 2;
const size = 40_000;
const pattern = Uint8Array.from({ length: size }, (_, index) => index % 251);
const service = testInterface(() => pattern);

interface Scene {
  readonly harness: RpcHarness;
  readonly cookie: string;
  readonly client: RawClient;
}

async function begin(harness: RpcHarness, contentLength?: number): Promise<Scene> {
  const cookie = systemIds.guid();
  const length = contentLength === undefined ? {} : { contentLength };
  const client = await openRawClient({ ...harness, ...length, cookie, windowSize: 1_000_000 });
  await bindPlain(client, testSyntax);
  return { harness, cookie, client };
}

const nameOf = (pdu: Uint8Array): string | undefined => nameOfRtsPdu(rtsPdu.decode(pdu));
const isRts = (pdu: Uint8Array): boolean => splitPdu(pdu).header.type === PduType.rts;

/** Reads PDUs of an answer until one of the channel itself comes; gives its name. */
async function readUntilRts(channel: RawConnection, stub: Uint8Array[]): Promise<string | undefined> {
  for (;;) {
    const pdu = await channel.pdu();
    if (isRts(pdu)) return nameOf(pdu);
    stub.push(pdu.subarray(24));
  }
}

async function openSuccessor({ harness, cookie }: Scene, predecessorCookie = outChannelCookie): Promise<RawConnection> {
  const next = await requestChannel('RPC_OUT_DATA', { ...harness, outRequestLength: 120 });
  const opening = { version: 1, virtualConnectionCookie: cookie, predecessorCookie, successorCookie };
  next.write(outR1A3.build({ ...opening, receiveWindowSize: 1_000_000 }));
  return next;
}

async function openInSuccessor({ harness, cookie }: Scene): Promise<RawConnection> {
  const next = await requestChannel('RPC_IN_DATA', harness);
  const opening = { version: 1, virtualConnectionCookie: cookie, predecessorCookie: inChannelCookie };
  next.write(inR1A1.build({ ...opening, successorCookie }));
  return next;
}

/** Collects what is left of the answer. */
async function readRest(channel: RawConnection, stub: Uint8Array[]): Promise<Buffer> {
  while (Buffer.concat(stub).length < size) stub.push((await channel.pdu()).subarray(24));
  return Buffer.concat(stub);
}

describe('an OUT channel that nears its end in the middle of an answer', () => {
  test('goes on with a successor at the same proxy, nothing lost and nothing twice', async () => {
    await using harness = await startRpcHarness({ services: [service], outChannelLength: 20_000 });
    const scene = await begin(harness);
    const { client } = scene;
    sendPlain(client, { callId: 2, opnum: 0 });
    const stub: Uint8Array[] = [];
    expect(await readUntilRts(client.outChannel, stub)).toBe('OUT_R1/A2');
    const next = await openSuccessor(scene);
    expect(await readUntilRts(client.outChannel, stub)).toBe('OUT_R2/A6');
    client.inChannel.write(outR2A7.build({ destination: server, successorCookie, version: 1 }));
    expect(await readUntilRts(client.outChannel, stub)).toBe('OUT_R2/B3');
    expect((await client.outChannel.rest()).length).toBe(0);
    expect(next.waiting).toBe(0);
    next.write(outR2C1.build({ empty: {} }));
    expect(await next.head()).toContain('Content-Length: 20000');
    // The rest is longer than one body: the successor gets one itself.
    expect(await readUntilRts(next, stub)).toBe('OUT_R1/A2');
    expect(Buffer.concat(stub).length).toBeLessThan(size);
    next.close();
  });

  test('goes on with a successor at another proxy of a farm', async () => {
    await using harness = await startRpcHarness({
      services: [service],
      outChannelLength: 30_000,
      recycling: 'otherProxy',
    });
    const scene = await begin(harness);
    const { client } = scene;
    sendPlain(client, { callId: 2, opnum: 0 });
    const stub: Uint8Array[] = [];
    expect(await readUntilRts(client.outChannel, stub)).toBe('OUT_R1/A2');
    const next = await openSuccessor(scene);
    expect(await readUntilRts(client.outChannel, stub)).toBe('OUT_R1/A6');
    client.inChannel.write(outR1A7.build({ destination: server, successorCookie }));
    expect(await readUntilRts(client.outChannel, stub)).toBe('OUT_R1/A10');
    next.write(outR1A10.build({ ance: {} }));
    await next.head();
    expect((await readRest(next, stub)).equals(pattern)).toBe(true);
    next.close();
  });

  test('waits at its end for the successor, and no longer than a channel waits for its partner', async () => {
    const clock = steppedClock();
    await using harness = await startRpcHarness({ clock, services: [service], outChannelLength: 20_000 });
    const { client } = await begin(harness);
    sendPlain(client, { callId: 2, opnum: 0 });
    const stub: Uint8Array[] = [];
    await readUntilRts(client.outChannel, stub);
    await clock.advance(limits.channelPairingMs);
    await client.outChannel.rest();
    expect(Buffer.concat(stub).length).toBeLessThan(20_000);
  });

  test.each([
    ['that is not asked for', 1_000_000, outChannelCookie],
    ['of another channel', 20_000, inChannelCookie],
  ])('refuses a successor %s', async (_which, outChannelLength, predecessor) => {
    await using harness = await startRpcHarness({ services: [service], outChannelLength });
    const scene = await begin(harness);
    sendPlain(scene.client, { callId: 2, opnum: 0 });
    await scene.client.outChannel.pdu();
    const next = await openSuccessor(scene, predecessor);
    expect((await next.rest()).toString()).toContain('503 RPC Error: 6c0');
    scene.client.close();
  });
});

describe('an IN channel', () => {
  test.each([
    ['sameProxy', 'IN_R2/A4'],
    ['otherProxy', 'IN_R1/A4'],
  ] as const)('gets a successor (%s), with a window of its own', async (recycling, answer) => {
    await using harness = await startRpcHarness({ services: [testInterface((_, __, stub) => stub)], recycling });
    const scene = await begin(harness);
    const { client } = scene;
    const next = await openInSuccessor(scene);
    expect(nameOf(await client.outChannel.pdu())).toBe(answer);
    client.inChannel.write(inR1A5.build({ successorCookie }));
    expect((await client.inChannel.rest()).length).toBe(0);
    sendPlain({ ...client, inChannel: next }, { callId: 3, opnum: 0, stub: Uint8Array.of(1, 2, 3, 4) });
    const response = splitPdu(await client.outChannel.pdu());
    expect([response.header.callId, ...response.bytes.subarray(24)]).toEqual([3, 1, 2, 3, 4]);
    next.close();
    await client.outChannel.rest();
  });

  test('a call on the successor before the old one has ended breaks the connection', async () => {
    await using harness = await startRpcHarness({ services: [service] });
    const scene = await begin(harness);
    const next = await openInSuccessor(scene);
    await scene.client.outChannel.pdu();
    sendPlain({ ...scene.client, inChannel: next }, { callId: 3, opnum: 0 });
    expect((await scene.client.outChannel.rest()).length).toBe(0);
  });
});
