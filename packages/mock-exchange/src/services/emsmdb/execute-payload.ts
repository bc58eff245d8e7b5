import { Reader } from '@cutover/wire';
import { bookmark, encodeRopResponse, errorCode, type Rop, ropBuffer, ropById, rops } from '@cutover/wire/rop';
import { RopFailure } from './rop-failure.ts';
import type { Execution } from './execution.ts';
import { formOf } from './form-of.ts';
import { runRop } from './run-rop.ts';

/** A ROP that may go on in further payloads of the same answer. */
export interface Continuation {
  readonly rop: Rop;
  readonly request: unknown;
}

/** What was written, and whether the last ROP has more to give. */
export interface ExecutedPayload {
  readonly size: number;
  readonly continuation: Continuation | undefined;
}

const sizeSize = 2;
const handleSize = 4;
const bufferTooSmallId = 0xff;

/** A payload's ROPs and its handle table. */
export function readPayload(payload: Uint8Array): { rops: Uint8Array; handles: number[] } {
  const { rops: bytes, handles } = ropBuffer.decode(payload);
  return { rops: bytes, handles: [...handles] };
}

/** Writes size, answers and handle table around what `write` writes. */
function writePayload(target: Buffer, handles: readonly number[], write: (room: Buffer) => number): number {
  const room = target.length - sizeSize - handles.length * handleSize;
  if (room < 0) throw new RopFailure(errorCode.bufferTooSmall);
  const size = sizeSize + write(target.subarray(sizeSize, sizeSize + room));
  target.writeUInt16LE(size, 0);
  let at = size;
  for (const handle of handles) at = target.writeUInt32LE(handle, at);
  return at;
}

/** Executes the ROPs of a request one after the other into one payload. [MS-OXCROPS] 3.2.5.1 */
export function executePayload(execution: Execution, bytes: Uint8Array, target: Buffer): ExecutedPayload {
  let continuation: Continuation | undefined;
  const size = writePayload(target, execution.handles, (room) => {
    const run = executeAll(execution, bytes, room);
    ({ continuation } = run);
    // Whoever reads on expects only what he asked for.
    const told = continuation === undefined ? execution.session.notifications.write(room.subarray(run.size)) : 0;
    return run.size + told;
  });
  return { size, continuation };
}

/** Goes on with the last ROP as if it had been sent again alone. */
export function continuePayload(execution: Execution, { rop, request }: Continuation, target: Buffer): ExecutedPayload {
  let continuation: Continuation | undefined;
  const size = writePayload(target, execution.handles, (room) => {
    const outcome = runRop(execution, rop, request, room);
    continuation = continuationOf(rop, request, outcome.value);
    return outcome.size;
  });
  return { size, continuation };
}

function executeAll(execution: Execution, bytes: Uint8Array, room: Buffer): ExecutedPayload {
  const reader = new Reader(bytes);
  let size = 0;
  let continuation: Continuation | undefined;
  while (reader.remaining > 0) {
    const start = reader.offset;
    const target = room.subarray(size);
    const ropId = reader.u8();
    const rop = formOf(execution, ropById(ropId), reader);
    // Where an unknown request ends cannot be known, so what follows it is lost.
    if (rop === undefined) {
      recordUnknown(execution, ropId);
      return { size: size + refuse(ropId, reader, target), continuation: undefined };
    }
    const request = rop.request.read(reader);
    const outcome = runRop(execution, rop, request, target);
    if (outcome.needed !== undefined) {
      const unexecuted = bytes.subarray(start);
      return { size: size + writeTooSmall(outcome.needed, unexecuted, target), continuation: undefined };
    }
    size += outcome.size;
    continuation = continuationOf(rop, request, outcome.value);
  }
  return { size, continuation };
}

function recordUnknown({ context, session }: Execution, ropId: number): void {
  context.journal?.record({
    kind: 'rop',
    rop: `ROP 0x${ropId.toString(16)}`,
    account: session.account.userName,
    mailbox: undefined,
    request: undefined,
    returnValue: errorCode.notSupported,
    isUnexpected: true,
  });
}

function refuse(ropId: number, reader: Reader, target: Buffer): number {
  // Every request has the logon id, then a handle index.
  const handleIndex = reader.peek(1) ?? 0;
  const answer = encodeRopResponse(rops.openFolder, { handleIndex, returnValue: errorCode.notSupported });
  if (answer.length > target.length) throw new RopFailure(errorCode.bufferTooSmall);
  target.set(answer);
  target[0] = ropId;
  return answer.length;
}

/** RopBufferTooSmall: how much the answer would have taken, and the requests that were not executed. */
function writeTooSmall(needed: number, unexecuted: Uint8Array, target: Buffer): number {
  const size = 3 + unexecuted.length;
  if (size > target.length) throw new RopFailure(errorCode.bufferTooSmall);
  target[0] = bufferTooSmallId;
  target.writeUInt16LE(Math.min(needed, 0xffff), 1);
  target.set(unexecuted, 3);
  return size;
}

type Next = (request: never, value: never) => unknown;

// What is asked for next, undefined when there is no more. [MS-OXCRPC] 3.1.4.2.1.2.2
const next: ReadonlyMap<Rop, Next> = new Map<Rop, Next>([
  [rops.fastTransferSourceGetBuffer, (request: object, { more }: { more: boolean }) => (more ? request : undefined)],
  [rops.readStream, (request: object, { data }: { data: Uint8Array }) => (data.length > 0 ? request : undefined)],
  [
    rops.queryRows,
    (request: { rowCount: number }, { rowCount, origin }: { rowCount: number; origin: number }) => {
      const left = request.rowCount - rowCount;
      return rowCount > 0 && left > 0 && origin === bookmark.current ? { ...request, rowCount: left } : undefined;
    },
  ],
]);

function continuationOf(rop: Rop, request: unknown, value: unknown): Continuation | undefined {
  if (value === undefined) return undefined;
  const following = next.get(rop)?.(request as never, value as never);
  return following === undefined ? undefined : { rop, request: following };
}
