import type { SeededRandom } from '@cutover/base';
import { isWireError } from '@cutover/wire';
import { packPayload, rpcExt2, unpackPayloads } from '@cutover/wire/emsmdb';
import { ropBuffer, rops } from '@cutover/wire/rop';
import { PduType, writeRequest } from '@cutover/wire/rpc';
import { mutate } from './mutate.ts';
import { handleSize, type RecordedCall } from './recording.ts';

/** A call that the server has never seen: number and stub. */
export interface DamagedCall {
  readonly opnum: number;
  readonly stub: Uint8Array;
}

/** A recorded stub with the handle of the session that it is sent in. */
export function withHandle(call: RecordedCall, handle: Uint8Array): Uint8Array {
  if (!call.carriesHandle) return call.stub;
  return Buffer.concat([handle, call.stub.subarray(handleSize)]);
}

/** Damages a call: its ROPs where it has any, else its stub; now and then its number. */
export function damageCall(call: RecordedCall, handle: Uint8Array, random: SeededRandom): DamagedCall {
  const { opnum } = call.operation;
  const stub = withHandle(call, handle);
  const dice = random.next();
  if (opnum === rpcExt2.opnum && call.operation.name === rpcExt2.name && dice < 0.75) {
    return { opnum, stub: damageRops(stub, random) };
  }
  // A wrong handle leads nowhere, so mostly it stays.
  const from = call.carriesHandle && dice < 0.95 ? handleSize : 0;
  return { opnum: dice < 0.97 ? opnum : random.integer(0, 40), stub: mutate(stub, random, from) };
}

/** The same call with other ROPs: those of the recording damaged, or any ROP with random fields. */
function damageRops(stub: Uint8Array, random: SeededRandom): Uint8Array {
  const request = rpcExt2.request.decode(stub);
  const { rops: bytes, handles } = ropBuffer.decode(unpackPayloads(request.input)[0]!);
  const damaged = random.next() < 0.7 ? mutate(bytes, random, random.integer(0, 3)) : randomRop(random);
  const table = random.next() < 0.9 ? handles : handles.slice(0, random.integer(0, handles.length));
  const rest = { compress: random.next() < 0.2, xorMagic: random.next() < 0.5 };
  const input = packPayload(ropBuffer.encode({ rops: damaged, handles: table }), rest);
  return rpcExt2.request.encode({ ...request, input, inputSize: input.length });
}

const ropIds = Object.values(rops).map((rop) => rop.id);

function randomRop(random: SeededRandom): Uint8Array {
  const head = [random.pick(ropIds), 0, random.integer(0, 7), random.integer(0, 7)];
  return Buffer.concat([Uint8Array.from(head), random.bytes(random.integer(0, 40))]);
}

const types = Object.values(PduType);

/** A PDU whose head is damaged too: type, flags, lengths, whatever; or of random bytes behind a plausible head. */
export function damagePdu(call: RecordedCall, random: SeededRandom): Uint8Array {
  const { opnum } = call.operation;
  const pdu = writeRequest({ callId: 77, contextId: 0, opnum, maxFragment: 5840, stub: call.stub });
  if (random.next() < 0.5) return mutate(pdu, random);
  const body = random.bytes(random.integer(0, 100));
  const head = Uint8Array.from([5, 0, random.pick(types), random.integer(0, 255), 0x10, 0, 0, 0, 16 + body.length, 0]);
  const auth = random.next() < 0.5 ? 0 : random.integer(0, 40);
  return Buffer.concat([head, Uint8Array.from([auth, 0, 77, 0, 0, 0]), body]);
}

/** The ROP that a call asks for first, if its answer is one to that. Release is never answered: that the call was is all that can be seen. */
export function reachedRop(stub: Uint8Array, response: Uint8Array): string | undefined {
  const asked = firstRop(() => rpcExt2.request.decode(stub, { trailing: 'ignore' }).input);
  if (asked === rops.release.id) return rops.release.name;
  const answered = firstRop(() => {
    const { output, result } = rpcExt2.response.decode(response, { trailing: 'ignore' });
    return result === 0 ? output : new Uint8Array();
  });
  return Object.values(rops).find(({ id, answerId }) => id === asked && answerId === answered)?.name;
}

function firstRop(read: () => Uint8Array): number | undefined {
  try {
    const [payload] = unpackPayloads(read());
    return payload && ropBuffer.decode(payload).rops[0];
  } catch (error) {
    if (isWireError(error)) return undefined;
    throw error;
  }
}
