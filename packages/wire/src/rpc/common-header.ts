import { type Codec, type Infer } from '../codec.ts';
import { wireErrors } from '../errors.ts';
import { le } from '../le.ts';

/** Types of connection-oriented PDUs. [C706] 12.6, [MS-RPCE] 2.2.2.1, [MS-RPCH] 2.2.3.6 */
export const PduType = {
  request: 0,
  response: 2,
  fault: 3,
  bind: 11,
  bindAck: 12,
  bindNak: 13,
  alterContext: 14,
  alterContextResponse: 15,
  auth3: 16,
  shutdown: 17,
  coCancel: 18,
  orphaned: 19,
  rts: 20,
} as const;
/** The kind of a PDU. */
export type PduType = (typeof PduType)[keyof typeof PduType];

/** Bits of pfc_flags. [C706] 12.6.3.1, [MS-RPCE] 2.2.2.3 */
export const PfcFlag = {
  firstFragment: 0x01,
  lastFragment: 0x02,
  supportHeaderSign: 0x04,
  concurrentMultiplexing: 0x10,
  didNotExecute: 0x20,
  maybe: 0x40,
  objectUuid: 0x80,
} as const;

/** Both bits of a PDU that is not cut into fragments. */
export const wholePdu = PfcFlag.firstFragment | PfcFlag.lastFragment;

/** Bytes of the header that every PDU begins with. */
export const commonHeaderSize = 16;

/** Little-endian integers, ASCII, IEEE floats: the only data representation that Windows sends. [C706] 14.2.5 */
export const littleEndianDrep = 0x10;

const version = 5;

/** The header that every PDU begins with. [C706] 12.6.3.1 */
export const commonHeader = le.struct('RpcHeader', {
  majorVersion: le.constant(le.u8, version),
  minorVersion: le.u8,
  type: le.u8,
  flags: le.u8,
  dataRepresentation: le.constant(le.u32, littleEndianDrep),
  fragmentLength: le.u16,
  authLength: le.u16,
  callId: le.u32,
}) satisfies Codec<unknown>;
/** The header that every PDU begins with. */
export type CommonHeader = Infer<typeof commonHeader>;

/** Writes a common header over the first 16 bytes of `target`. */
export function placeCommonHeader(
  target: Uint8Array,
  header: { type: number; flags: number; authLength: number; callId: number; length: number },
): void {
  const view = new DataView(target.buffer, target.byteOffset, commonHeaderSize);
  view.setUint32(0, version | (header.type << 16) | (header.flags << 24), true);
  view.setUint32(4, littleEndianDrep, true);
  view.setUint16(8, header.length, true);
  view.setUint16(10, header.authLength, true);
  view.setUint32(12, header.callId, true);
}

/** Type of the PDU that begins at `bytes`; nothing else is looked at. */
export function pduTypeOf(bytes: Uint8Array): number {
  const type = bytes[2];
  if (type === undefined) throw wireErrors.truncated({ path: 'RpcHeader.type', offset: 2 });
  return type;
}
