import type { Email } from 'postal-mime';
import type { LeafPart } from './check-message.ts';
import { mimeProblem, type MimeProblem } from './mime-problem.ts';

/** Bytes of a part that a word is taken from. */
const sampleSize = 4096;

/**
 * Finds parts that came out nowhere: of each the longest word must be in a body or an attachment. Parsers and the
 * check of the structure may differ over damaged messages; this tells when that costs bytes.
 */
export function findLostParts(raw: Uint8Array, leaves: readonly LeafPart[], email: Email): MimeProblem[] {
  return leaves
    .filter((leaf) => isLost(decode(raw.subarray(leaf.start, leaf.end), leaf.encoding), leaf, email))
    .map(({ part }) => mimeProblem('partLost', part));
}

function isLost(body: Buffer, leaf: LeafPart, email: Email): boolean {
  const bytes = longestWord(body.toString('latin1'), /[A-Za-z0-9]+/g);
  if (bytes !== '' && email.attachments.some((attachment) => contentOf(attachment).includes(bytes, 0, 'latin1')))
    return false;
  if (!leaf.type.startsWith('text/') && leaf.type !== '') return bytes !== '';
  const text = decodeText(body, leaf.charset);
  const word = text === undefined ? '' : longestWord(text, /[\p{L}\p{N}]+/gu);
  return word !== '' && !(email.text ?? '').includes(word) && !(email.html ?? '').includes(word);
}

const contentOf = ({ content }: Email['attachments'][number]): Buffer => {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array
    ? Buffer.from(content.buffer, content.byteOffset, content.length)
    : Buffer.from(content);
};

const longestWord = (text: string, form: RegExp): string =>
  (text.match(form) ?? []).reduce((longest, word) => (word.length > longest.length ? word : longest), '');

/** The beginning of a part without its transfer encoding. */
function decode(body: Uint8Array, encoding: string): Buffer {
  const sample = Buffer.from(body.subarray(0, sampleSize));
  if (encoding === 'base64') return Buffer.from(sample.toString('latin1'), 'base64');
  if (encoding !== 'quoted-printable') return sample;
  const text = sample.toString('latin1').replaceAll(/=[ \t]*\r?\n/g, '');
  return Buffer.from(
    text.replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

function decodeText(body: Buffer, charset = 'utf-8'): string | undefined {
  try {
    return new TextDecoder(charset.trim()).decode(body);
  } catch {
    return undefined;
  }
}
