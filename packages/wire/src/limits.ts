/** The limits of decoding, each with its reason. Counts need none of their own: they are held against the bytes left. */
export const limits = {
  /** Levels of a recursive structure (restrictions); Exchange itself refuses far earlier, and the stack must hold. */
  depth: 64,
  /** First size of a writer's buffer; most PDUs and ROPs fit. */
  writerStart: 256,
  /** Size up to which the buffer of one encoding is kept for the next. */
  spareWriter: 65536,
  /** Bytes of a named property's text in a stream; Exchange allows 127 characters. */
  propertyNameBytes: 1024,
  /** FastTransfer values up to here come whole; longer ones in pieces, as an attachment may have any size. */
  wholeValue: 0x10000,
  /** Bytes of a list of strings or binaries, which has no length of its own and so waits in memory for its end. */
  listValue: 0x400000,
  /** Bytes of one payload of ROPs: its header counts them in 16 bits, and Exchange stops at 32 KB. [MS-OXCRPC] 2.2.2.1 */
  payload: 0x8000,
} as const;
