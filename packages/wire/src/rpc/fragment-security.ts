import { type NtlmSecurityContext, openMessage, protectMessage, signatureSize } from '../ntlm/security-context.ts';
import { plainStub } from './call.ts';
import { commonHeaderSize } from './common-header.ts';
import { AuthLevel, authTrailerSize, AuthType, type SplitPdu } from './pdu.ts';

/** How the fragments of a connection are protected once both sides have authenticated by NTLM. */
export interface FragmentSecurity {
  readonly level: number;
  readonly authContextId: number;
  readonly ntlm: NtlmSecurityContext;
}

/** Padding before the trailer; Windows and Samba align it to 16. */
export const padTo = 16;

/** Whether fragments carry a signature: from `packet` on. At `connect` only the bind is authenticated. [MS-RPCE] 2.2.1.1.8 */
export function isSigned(security: FragmentSecurity | undefined): security is FragmentSecurity {
  return security !== undefined && security.level >= AuthLevel.packet;
}

/** Bytes that protection adds to a fragment besides padding. */
export function trailerRoom(security: FragmentSecurity | undefined): number {
  return isSigned(security) ? authTrailerSize + signatureSize : 0;
}

/** Writes the trailer of a fragment that is complete but for it, sealing its stub in place. [MS-RPCE] 3.3.1.5.2.2 */
export function sealFragment(
  security: FragmentSecurity,
  fragment: Uint8Array,
  range: { stubOffset: number; padLength: number },
): void {
  const trailer = fragment.length - trailerRoom(security);
  fragment[trailer] = AuthType.ntlm;
  fragment[trailer + 1] = security.level;
  fragment[trailer + 2] = range.padLength;
  fragment[trailer + 3] = 0;
  new DataView(fragment.buffer, fragment.byteOffset).setUint32(trailer + 4, security.authContextId, true);
  const signed = fragment.subarray(0, trailer + authTrailerSize);
  const sealed = sealedPart(security, fragment, { from: range.stubOffset, to: trailer });
  fragment.set(protectMessage(security.ntlm.send, { signed, sealed }), trailer + authTrailerSize);
}

/**
 * The stub of a received fragment, opened in place; undefined when the fragment is not signed as agreed. At the levels
 * without signatures a trailer is passed over.
 */
export function openFragment(
  security: FragmentSecurity | undefined,
  pdu: SplitPdu,
  stubOffset: number,
): Uint8Array | undefined {
  if (!isSigned(security)) return plainStub(pdu, stubOffset);
  if (!isAsAgreed(security, pdu)) return undefined;
  const trailer = commonHeaderSize + pdu.body.length;
  const signed = pdu.bytes.subarray(0, trailer + authTrailerSize);
  const sealed = sealedPart(security, pdu.bytes, { from: stubOffset, to: trailer });
  if (!openMessage(security.ntlm.receive, { signed, sealed }, pdu.auth!.value)) return undefined;
  return plainStub(pdu, stubOffset);
}

function isAsAgreed(security: FragmentSecurity, { auth }: SplitPdu): boolean {
  return auth?.type === AuthType.ntlm && auth.level === security.level && auth.contextId === security.authContextId;
}

function sealedPart(security: FragmentSecurity, bytes: Uint8Array, range: { from: number; to: number }): Uint8Array {
  return bytes.subarray(range.from, security.level === AuthLevel.privacy ? range.to : range.from);
}
