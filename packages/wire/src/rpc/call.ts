import { type Codec, defineCodec } from '../codec.ts';
import { wireErrors } from '../errors.ts';
import { Reader } from '../reader.ts';
import { commonHeaderSize, PfcFlag } from './common-header.ts';
import type { SplitPdu } from './pdu.ts';

/** Bytes from the beginning of a request or response without object UUID to its stub. */
export const callHeaderSize = commonHeaderSize + 8;

/** One fragment of a request. [C706] 12.6.4.9 */
export interface RequestFragment {
  readonly allocHint: number;
  readonly contextId: number;
  readonly opnum: number;
  readonly objectUuid: string | undefined;
  /** Where the stub begins in the PDU. */
  readonly stubOffset: number;
}

/** Reads what stands before the stub of a request. */
export function readRequest(pdu: SplitPdu): RequestFragment {
  const reader = new Reader(pdu.body, { base: commonHeaderSize });
  const [allocHint, contextId, opnum] = [reader.u32(), reader.u16(), reader.u16()];
  const objectUuid = pdu.header.flags & PfcFlag.objectUuid ? reader.guid() : undefined;
  return { allocHint, contextId, opnum, objectUuid, stubOffset: reader.offset };
}

/** One fragment of a response or fault. [C706] 12.6.4.10 */
export interface ResponseFragment {
  readonly allocHint: number;
  readonly contextId: number;
  readonly stubOffset: number;
}

/** Reads what stands before the stub of a response. */
export function readResponse(pdu: SplitPdu): ResponseFragment {
  const reader = new Reader(pdu.body, { base: commonHeaderSize });
  const [allocHint, contextId] = [reader.u32(), reader.u16()];
  reader.skip(2);
  return { allocHint, contextId, stubOffset: reader.offset };
}

/** The status that a fault carries in place of a stub. [C706] 12.6.4.7 */
export const faultStatus: Codec<number> = defineCodec({
  leastSize: 8,
  read: (reader) => {
    const status = reader.u32();
    reader.skip(4);
    return status;
  },
  write: (writer, status) => {
    writer.u32(status);
    writer.u32(0);
  },
});

/** Reads the status of a fault PDU. */
export function readFault(pdu: SplitPdu): number {
  const { stubOffset } = readResponse(pdu);
  return faultStatus.decode(pdu.bytes.subarray(stubOffset), { trailing: 'ignore' });
}

/** The stub of a fragment that no signature protects. */
export function plainStub(pdu: SplitPdu, stubOffset: number): Uint8Array {
  const end = commonHeaderSize + pdu.body.length - pdu.padLength;
  if (end < stubOffset) throw wireErrors.truncated({ path: 'Stub', offset: stubOffset });
  return pdu.bytes.subarray(stubOffset, end);
}
