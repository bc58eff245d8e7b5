/** What was found wrong with a message, by kind; `loses` tells whether the parts alone would lose bytes of it. */
export const mimeProblems = {
  noHeader: { loses: true, text: 'it does not begin with header fields' },
  brokenHeaderLine: { loses: false, text: 'a line among the header fields has no colon' },
  brokenPartHeader: { loses: true, text: 'a line among its header fields has no colon' },
  noBoundary: { loses: true, text: 'it is a multipart without a boundary parameter' },
  boundaryNotFound: { loses: true, text: 'its boundary does not occur in the body' },
  notClosed: { loses: false, text: 'its last part is not closed' },
  textBefore: { loses: true, text: 'there is text before the first part' },
  textAfter: { loses: true, text: 'there is text after the last part' },
  badBase64: { loses: true, text: 'its base64 has foreign characters' },
  badEncoding: { loses: true, text: 'its transfer encoding is unknown' },
  unknownCharset: { loses: true, text: 'its character set is unknown' },
  undecodable: { loses: true, text: 'its bytes do not fit the character set that it names' },
  partLost: { loses: true, text: 'the parser passed over it' },
  tooDeep: { loses: true, text: 'its parts are nested too deeply' },
  notRead: { loses: true, text: 'the parser refused it' },
  badDate: { loses: false, text: 'its date cannot be read' },
  embeddedNotRead: { loses: false, text: 'an attached message is not one; it is kept as a file' },
} as const;

/** What can be wrong with a MIME message. */
export type MimeProblemKind = keyof typeof mimeProblems;

/** Something that was wrong with a MIME message, and was mended. */
export interface MimeProblem {
  readonly kind: MimeProblemKind;
  /** What is wrong, where it is not the message as a whole also with which part: 1.2 is the second of the first. */
  readonly reason: string;
}

/** Describes a problem; `part` numbers the part from 1 on, empty for the message itself. */
export const mimeProblem = (kind: MimeProblemKind, part: readonly number[] = []): MimeProblem => ({
  kind,
  reason: part.length === 0 ? mimeProblems[kind].text : `part ${part.join('.')}: ${mimeProblems[kind].text}`,
});
