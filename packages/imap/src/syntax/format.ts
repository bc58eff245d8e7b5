/** What an answer is made of: text as it is sent, and bytes that go as they are. */
export type Output = string | Uint8Array;

/** Text, one character a byte, as a quoted string or as a literal where it cannot be one. RFC 3501 4.3 */
export const formatString = (text: string | undefined): string => {
  if (text === undefined) return 'NIL';
  if (text.length > 1000 || /[^\x20-\x7e]/.test(text)) return `{${text.length}}\r\n${text}`;
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
};

/** A mailbox name, bare where it may be. */
export const formatName = (name: string): string =>
  /^[!#$&'+,\-./0-9:;<=>?@A-Z^_`a-z|~]+$/.test(name) && !/^nil$/i.test(name) ? name : formatString(name);

export const formatList = (items: readonly string[]): string => `(${items.join(' ')})`;

/** Bytes as a literal. */
export const literalOf = (bytes: Uint8Array): Output[] => [`{${bytes.length}}\r\n`, bytes];
