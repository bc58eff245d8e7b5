import { isSdkError } from '@cutover/base';
import { defineInterface, defineOperation, ndr } from '@cutover/wire';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hex } from '../testing/hex.ts';
import { scriptedProxy } from '../testing/scripted-proxy.ts';
import { testProxy } from '../testing/test-proxy.ts';
import { openRpcClient } from './rpc-client.ts';

const list = defineOperation({
  name: 'List',
  opnum: 3,
  request: { value: ndr.u32 },
  response: { names: ndr.unique(ndr.conformantArray(ndr.unique(ndr.string16))), result: ndr.u32 },
});
const testInterface = defineInterface({
  name: 'Test',
  uuid: 'f5cc5a18-4264-101a-8c59-08002b2f8426',
  majorVersion: 56,
  minorVersion: 0,
  operations: { list },
});
const bindAck = hex`05000c03 10000000 3c000000 01000000 b810b810 34120000 0500 3630303400 00
  01000000 00000000 045d888aeb1cc9119fe808002b104860 02000000`;
// Two names, "Ab" and none, in two fragments.
const answer = hex`05000201 10000000 28000000 02000000 28000000 00000000 00000200 02000000 04000200 00000000
  05000202 10000000 30000000 02000000 18000000 00000000 03000000 00000000 03000000 410062000000 0000 00000000`;

const damage = fc.record({ at: fc.nat(200), byte: fc.integer({ min: 0, max: 255 }) });
const damages = fc.array(damage, { maxLength: 4 });
type Damage = { at: number; byte: number };

function damaged(bytes: Uint8Array, changes: readonly { at: number; byte: number }[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const { at, byte } of changes) copy[at % copy.length] = byte;
  return copy;
}

test('the answer as it should be is read', async () => {
  await using proxy = await scriptedProxy({ answer: (pdu) => [pdu[2] === 11 ? bindAck : answer] });
  expect(await callOnce(proxy.port, 10_000)).toEqual({ names: ['Ab', null], result: 0 });
});

test('whatever a server sends, the call ends: with an answer or an error that says what was wrong', async () => {
  const run = async (inBind: Damage[], inAnswer: Damage[]): Promise<void> => {
    await using proxy = await scriptedProxy({
      answer: (pdu) => [pdu[2] === 11 ? damaged(bindAck, inBind) : damaged(answer, inAnswer)],
      endsAfterCall: true,
    });
    const error: unknown = await callOnce(proxy.port, 100).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error !== undefined && !(isSdkError(error) && error.code.startsWith('outlookAnywhere.'))) throw error;
    await expect.poll(() => proxy.open.size, { interval: 1 }).toBe(0);
  };
  await fc.assert(fc.asyncProperty(fc.oneof(fc.constant<Damage[]>([]), damages), damages, run), { numRuns: 60 });
});

/** A bind whose answer is damaged may leave the client waiting, as a server may for any reason: then the time ends it. */
async function callOnce(port: number, patience: number) {
  const client = await openRpcClient({
    proxy: testProxy(port),
    endpoint: { server: 'EXCH-MSG-1', port: 6004 },
    interface: testInterface,
    authentication: 'None',
    stubLimit: 10_000,
    timeouts: { connect: patience, handshake: patience, call: patience },
  });
  try {
    return await client.call(list, { value: 1 });
  } finally {
    client.close();
  }
}
