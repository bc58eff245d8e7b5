/** Bits of NegotiateFlags. [MS-NLMP] 2.2.2.5 */
export const NtlmFlag = {
  unicode: 0x1,
  oem: 0x2,
  requestTarget: 0x4,
  sign: 0x10,
  seal: 0x20,
  ntlm: 0x200,
  anonymous: 0x800,
  alwaysSign: 0x8000,
  targetTypeDomain: 0x10000,
  targetTypeServer: 0x20000,
  extendedSessionSecurity: 0x80000,
  targetInfo: 0x800000,
  version: 0x2000000,
  key128: 0x20000000,
  keyExchange: 0x40000000,
  key56: 0x80000000,
} as const;

/** Whether every bit of `flag` is set in `flags`. */
export function hasFlag(flags: number, flag: number): boolean {
  return ((flags & flag) ^ flag) === 0;
}
