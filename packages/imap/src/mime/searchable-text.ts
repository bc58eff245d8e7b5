import { decodeWords } from 'postal-mime';
import type { Entity } from './entity.ts';
import { fieldValue, parameterOf } from './header-fields.ts';

/** All fields of this name, decoded. */
export const headerText = ({ fields }: Entity, name: string): string[] =>
  fields.filter((field) => field.name === name).map(({ value }) => decodeWords(eightBit(value)));

/** 8-bit text of a header is UTF-8 where it can be. */
function eightBit(value: string): string {
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? value : text;
}

/** The whole header of a message, decoded. */
export const wholeHeader = ({ fields }: Entity): string =>
  fields.map(({ name, value }) => `${name}: ${decodeWords(eightBit(value))}`).join('\n');

/** The texts of a message and of those attached to it, decoded. */
export function* bodyTexts(text: string, entity: Entity): Generator<string> {
  for (const part of entity.parts) yield* bodyTexts(text, part);
  if (entity.message !== undefined) {
    yield wholeHeader(entity.message);
    yield* bodyTexts(text, entity.message);
  } else if (entity.parts.length === 0 && entity.type === 'text') yield decodeBody(text, entity);
}

function decodeBody(text: string, { bodyStart, end, fields, contentType }: Entity): string {
  const bytes = transferDecode(text.slice(bodyStart, end), fieldValue(fields, 'content-transfer-encoding') ?? '7bit');
  return decodeCharset(bytes, parameterOf(contentType, 'charset') ?? 'utf-8');
}

function transferDecode(body: string, encoding: string): Buffer {
  const name = encoding.trim().toLowerCase();
  if (name === 'base64') return Buffer.from(body, 'base64');
  if (name !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const joined = body.replaceAll(/=[ \t]*\r?\n/g, '');
  const decoded = joined.replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(decoded, 'latin1');
}

function decodeCharset(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset.trim()).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
