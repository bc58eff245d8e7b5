/** Bounds on what is read, each with its reason. */
export const contentLimits = {
  /** Embedded messages in one another; Exchange refuses deeper ones, and a reader must end. */
  embeddedDepth: 20,
  /** Multipart levels that the check of a message looks into; postal-mime stops at as many. */
  multipartDepth: 256,
  /** RTF that a header may announce: memory is taken before a byte is read. */
  rtfSize: 256 * 1024 * 1024,
  /** Exceptions of one series: more than a daily appointment has in ten years is a damaged count. */
  recurrenceExceptions: 4096,
  /** Instances looked at to find those that a rule leaves out. */
  recurrenceInstances: 10_000,
} as const;
