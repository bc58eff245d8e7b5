import { faultStatus, callHeaderSize } from './call.ts';
import { PduType, PfcFlag, placeCommonHeader, wholePdu } from './common-header.ts';
import { type FragmentSecurity, isSigned, padTo, sealFragment, trailerRoom } from './fragment-security.ts';

interface Call {
  readonly callId: number;
  readonly contextId: number;
  /** Size that no fragment exceeds: what the other side said it receives. */
  readonly maxFragment: number;
  readonly security?: FragmentSecurity | undefined;
  readonly stub: Uint8Array;
  /** Where the fragments are written, every byte of it; new memory unless told. */
  readonly allocate?: ((size: number) => Uint8Array) | undefined;
}

interface Layout extends Call {
  readonly type: number;
  /** The u16 after the context id: a request's opnum, a response's cancel count. */
  readonly second: number;
}

/** All fragments of a request, one after the other. [C706] 12.6.4.9 */
export function writeRequest(call: Call & { opnum: number }): Uint8Array {
  return writeFragments({ ...call, type: PduType.request, second: call.opnum });
}

/** All fragments of a response, one after the other: the stub is copied once. [C706] 12.6.4.10 */
export function writeResponse(call: Call): Uint8Array {
  return writeFragments({ ...call, type: PduType.response, second: 0 });
}

/** A fault. It goes unsigned, as those do that refuse a signature. [C706] 12.6.4.7 */
export function writeFault(fault: {
  callId: number;
  contextId: number;
  status: number;
  didNotExecute?: boolean;
}): Uint8Array {
  const { callId, contextId, status } = fault;
  const stub = faultStatus.encode(status);
  const pdu = writeFragments({ callId, contextId, stub, maxFragment: 0xffff, type: PduType.fault, second: 0 });
  if (fault.didNotExecute) pdu[3] = wholePdu | PfcFlag.didNotExecute;
  return pdu;
}

function writeFragments(call: Layout): Uint8Array {
  const { stub, allocate = newMemory } = call;
  const room = stubRoom(call);
  const count = Math.max(1, Math.ceil(stub.length / room));
  const padLength = padOf(call, stub.length - (count - 1) * room);
  const bytes = allocate(count * (callHeaderSize + trailerRoom(call.security)) + stub.length + padLength);
  let at = 0;
  for (let from = 0, index = 0; index < count; index++, from += room) {
    const last = index === count - 1;
    const part = stub.subarray(from, last ? stub.length : from + room);
    const pad = last ? padLength : 0;
    const end = at + callHeaderSize + part.length + pad + trailerRoom(call.security);
    const flags = (index === 0 ? PfcFlag.firstFragment : 0) | (last ? PfcFlag.lastFragment : 0);
    writeFragment(bytes.subarray(at, end), call, { part, pad, flags, left: stub.length - from });
    at = end;
  }
  return bytes;
}

const newMemory = (size: number): Uint8Array => Buffer.allocUnsafeSlow(size);

function writeFragment(
  target: Uint8Array,
  call: Layout,
  content: { part: Uint8Array; pad: number; flags: number; left: number },
): void {
  const { part, pad, flags } = content;
  const authLength = isSigned(call.security) ? trailerRoom(call.security) - 8 : 0;
  placeCommonHeader(target, { type: call.type, flags, authLength, callId: call.callId, length: target.length });
  const view = new DataView(target.buffer, target.byteOffset, callHeaderSize);
  view.setUint32(16, content.left, true);
  view.setUint16(20, call.contextId, true);
  view.setUint16(22, call.second, true);
  target.set(part, callHeaderSize);
  if (!isSigned(call.security)) return;
  const padAt = callHeaderSize + part.length;
  target.fill(0, padAt, padAt + pad);
  sealFragment(call.security, target, { stubOffset: callHeaderSize, padLength: pad });
}

/** Stub bytes of a full fragment; a multiple of the padding, so that only the last fragment needs any. */
function stubRoom(call: Layout): number {
  const room = call.maxFragment - callHeaderSize - trailerRoom(call.security);
  return Math.max(padTo, room - (room % padTo));
}

function padOf(call: Layout, length: number): number {
  return isSigned(call.security) ? (padTo - (length % padTo)) % padTo : 0;
}
