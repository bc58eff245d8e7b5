import { errorCode, encodeRopResponse, type Rop, rops, transferStatus } from '@cutover/wire/rop';
import { mockEvents } from '../../events.ts';
import { type Execution, type Heads, mailboxOf, objectAt } from './execution.ts';
import { assertAllowed } from './delegate-rights.ts';
import { writeGetBuffer } from './get-buffer.ts';
import type { ServerObject } from './objects/server-object.ts';
import { isExchange2007 } from './is-exchange-2007.ts';
import { RopFailure, ropFailureOf } from './rop-failure.ts';
import { handlerOf } from './rop-handlers.ts';
import { limits } from './limits.ts';
import { RopFault, strikeRop } from './strike-rop.ts';
import type { RopCall } from './rop-handler.ts';

/** What a ROP did; `value` is that of a good answer. */
export interface RopOutcome {
  /** Bytes written; `needed` instead if there was no room. */
  readonly size: number;
  readonly needed?: number;
  readonly value?: unknown;
}

/** Runs one ROP and writes its answer into `target`. */
export function runRop(execution: Execution, rop: Rop, request: unknown, target: Buffer): RopOutcome {
  const mailbox = mailboxOf(execution, request as Heads);
  try {
    strikeRop(execution, { rop, mailbox });
    const outcome = succeed(execution, rop, request, target);
    tell(execution, { rop, request, mailbox, returnValue: errorCode.success, isUnexpected: false });
    return outcome;
  } catch (error) {
    const failure = ropFailureOf(error);
    if (failure === undefined) throw error;
    const isUnexpected = failure.code === errorCode.notSupported && !(failure instanceof RopFault);
    tell(execution, { rop, request, mailbox, returnValue: failure.code, isUnexpected });
    return placeFailure(rop, { request: request as Heads, failure }, target);
  }
}

function placeFailure(
  rop: Rop,
  { request, failure: { code, fields } }: { request: Heads; failure: RopFailure },
  target: Buffer,
): RopOutcome {
  const { inputIndex = 0, outputIndex = inputIndex } = request;
  const failure = fields === undefined ? {} : { failure: fields };
  return place(encodeRopResponse(rop, { handleIndex: outputIndex, returnValue: code, ...failure }), target);
}

interface ExecutedRop {
  readonly rop: Rop;
  readonly request: unknown;
  readonly mailbox: string | undefined;
  readonly returnValue: number;
  readonly isUnexpected: boolean;
}

/** Tells the journal and whoever listens what a ROP did. */
function tell({ session, context }: Execution, executed: ExecutedRop): void {
  const { rop, request, mailbox, returnValue, isUnexpected } = executed;
  const { domain, userName } = session.account;
  context.journal?.record({
    kind: 'rop',
    rop: rop.name,
    account: userName,
    mailbox,
    // The bytes in it lie in memory that is used again.
    request: structuredClone(request),
    returnValue,
    isUnexpected,
  });
  if (!mockEvents.ropExecuted.active) return;
  mockEvents.ropExecuted.publish({ account: `${domain}\\${userName}`, rop: rop.name, returnValue });
}

function succeed(execution: Execution, rop: Rop, request: unknown, target: Buffer): RopOutcome {
  if (rop === rops.release) return release(execution, request as Heads);
  if (rop === rops.fastTransferSourceGetBuffer) return getBuffer(execution, request, target);
  return runHandler(execution, rop, request, target);
}

function release({ session, handles }: Execution, { inputIndex = 0 }: Heads): RopOutcome {
  const handle = handles[inputIndex];
  if (handle !== undefined) session.release(handle);
  return { size: 0 };
}

function getBuffer(execution: Execution, request: unknown, target: Buffer): RopOutcome {
  const get = request as Parameters<typeof writeGetBuffer>[1];
  const { size, status } = writeGetBuffer(objectAt(execution, get.inputIndex), get, target);
  return { size, value: { more: status === transferStatus.partial } };
}

function runHandler(execution: Execution, rop: Rop, request: unknown, target: Buffer): RopOutcome {
  const handler = handlerOf(rop);
  if (handler === undefined) throw new RopFailure(errorCode.notSupported);
  const { inputIndex, outputIndex } = request as Heads;
  const object = logonBehind(execution, rop, request as Heads) ?? objectAt(execution, inputIndex);
  if (rop.handles !== 'output' && object === undefined) throw new RopFailure(errorCode.nullObject);
  assertAllowed(handler, object, request as Heads);
  if (handler.changes && target.length < limits.leastAnswer) return { size: 0, needed: limits.leastAnswer };
  let opened: number | undefined;
  const call: RopCall = {
    context: execution.context,
    session: execution.session,
    object,
    room: target.length,
    open: (made) => (opened = openAt(execution, outputIndex, made)),
    at: (index) => objectAt(execution, index),
  };
  const value = handler.handle(call, request);
  const handleIndex = outputIndex ?? inputIndex ?? 0;
  const outcome = place(encodeRopResponse(rop, { handleIndex, returnValue: errorCode.success, value }), target);
  // Told to ask again with more room, the client will open it anew.
  if (outcome.needed !== undefined && opened !== undefined) execution.session.release(opened);
  return { ...outcome, value };
}

/** ROPs that need no more than the mailbox. */
const askedOfLogon = new Set<Rop>([
  rops.longTermIdFromId,
  rops.idFromLongTermId,
  rops.getAddressTypes,
  rops.getTransportFolder,
  rops.getNamesFromPropertyIds,
]);

/** In 2007 some ROPs find their logon by its id, whatever the handle is. [MS-OXCROPS] 3.2.5.1 and appendix B */
function logonBehind({ context, session }: Execution, rop: Rop, { logonId }: Heads): ServerObject | undefined {
  if (!askedOfLogon.has(rop) || !isExchange2007(context)) return undefined;
  const logon = logonId === undefined ? undefined : session.logon(logonId);
  return logon && { kind: 'logon', logon };
}

function openAt({ session, handles }: Execution, index: number | undefined, object: ServerObject): number {
  if (index === undefined || index >= handles.length) throw new RopFailure(errorCode.nullObject);
  const handle = session.add(object);
  handles[index] = handle;
  return handle;
}

function place(bytes: Uint8Array, target: Buffer): RopOutcome {
  if (bytes.length > target.length) return { size: 0, needed: bytes.length };
  target.set(bytes);
  return { size: bytes.length };
}
