import { wireErrors } from '../errors.ts';
import { Reader } from '../reader.ts';
import { Writer } from '../writer.ts';
import { type CommonHeader, commonHeader, commonHeaderSize, placeCommonHeader, wholePdu } from './common-header.ts';

/** Bytes of the authentication trailer before its value. [MS-RPCE] 2.2.2.11 sec_trailer */
export const authTrailerSize = 8;

/** The end of an authenticated PDU. [MS-RPCE] 2.2.2.11 */
export interface AuthTrailer {
  readonly type: number;
  readonly level: number;
  readonly contextId: number;
  /** A message of the security provider in a bind, a signature in a call. */
  readonly value: Uint8Array;
}

/** Security providers by auth_type. [MS-RPCE] 2.2.1.1.7 */
export const AuthType = { none: 0, spnego: 9, ntlm: 10, kerberos: 16, netlogon: 0x44 } as const;

/** Protection by auth_level. [MS-RPCE] 2.2.1.1.8 */
export const AuthLevel = { none: 1, connect: 2, call: 3, packet: 4, integrity: 5, privacy: 6 } as const;

/** A PDU taken apart; every part is a view of `bytes`. */
export interface SplitPdu {
  readonly bytes: Uint8Array;
  readonly header: CommonHeader;
  /** What lies between common header and trailer, the trailer's padding included. */
  readonly body: Uint8Array;
  /** How many bytes at the end of `body` are padding. */
  readonly padLength: number;
  readonly auth: AuthTrailer | undefined;
}

/** Takes one whole PDU apart. */
export function splitPdu(bytes: Uint8Array): SplitPdu {
  const header = commonHeader.read(new Reader(bytes));
  if (header.fragmentLength !== bytes.length) {
    throw wireErrors.unexpected({
      path: 'RpcHeader.fragmentLength',
      offset: 8,
      expected: String(bytes.length),
      actual: String(header.fragmentLength),
    });
  }
  if (header.authLength === 0) {
    return { bytes, header, body: bytes.subarray(commonHeaderSize), padLength: 0, auth: undefined };
  }
  return { bytes, header, ...splitTrailer(bytes, header.authLength) };
}

function splitTrailer(bytes: Uint8Array, authLength: number): Pick<SplitPdu, 'body' | 'padLength' | 'auth'> {
  const offset = bytes.length - authLength - authTrailerSize;
  if (offset < commonHeaderSize) throw wireErrors.truncated({ path: 'AuthTrailer', offset: bytes.length });
  const reader = new Reader(bytes.subarray(offset), { base: offset });
  const [type, level, padLength] = [reader.u8(), reader.u8(), reader.u8()];
  reader.skip(1);
  const contextId = reader.u32();
  const body = bytes.subarray(commonHeaderSize, offset);
  if (padLength > body.length) throw wireErrors.truncated({ path: 'AuthTrailer.padLength', offset: offset + 2 });
  return { body, padLength, auth: { type, level, contextId, value: reader.rest() } };
}

/** Puts together a PDU that is neither cut into fragments nor signed: bind and its kin, auth3. */
export function buildPdu(pdu: {
  type: number;
  callId: number;
  flags?: number;
  body: Uint8Array;
  auth?: AuthTrailer | undefined;
}): Uint8Array<ArrayBuffer> {
  const writer = new Writer(commonHeaderSize + pdu.body.length + 256);
  writer.zeros(commonHeaderSize);
  writer.bytes(pdu.body);
  if (pdu.auth) writeTrailer(writer, pdu.auth);
  const bytes = writer.finish();
  const authLength = pdu.auth?.value.length ?? 0;
  const { type, callId, flags = wholePdu } = pdu;
  placeCommonHeader(bytes, { type, flags, authLength, callId, length: bytes.length });
  return bytes;
}

function writeTrailer(writer: Writer, auth: AuthTrailer): void {
  const unpadded = writer.offset;
  writer.align(4);
  writer.u8(auth.type);
  writer.u8(auth.level);
  writer.u8(writer.offset - 2 - unpadded);
  writer.u8(0);
  writer.u32(auth.contextId);
  writer.bytes(auth.value);
}
