import { contentErrors } from '../errors.ts';

/** One line of a card: its name in lower case, types and other parameters, and the value without its encoding. */
export interface CardField {
  readonly name: string;
  /** In lower case, from TYPE= as well as from the bare words of vCard 2.1. */
  readonly types: ReadonlySet<string>;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
  /** The bytes, if the value came in base64. */
  readonly data?: Uint8Array;
}

export type Card = readonly CardField[];

/** Reads the cards of a file, of version 2.1, 3.0 or 4.0. RFC 2426, RFC 6350 */
export function parseCards(source: string): Card[] {
  const cards: Card[] = [];
  let current: CardField[] | undefined;
  for (const line of logicalLines(source)) {
    const field = parseField(line);
    if (field === undefined) continue;
    if (field.name === 'begin') current = [];
    else if (field.name === 'end') {
      if (current !== undefined) cards.push(current);
      current = undefined;
    } else current?.push(field);
  }
  if (current !== undefined) throw contentErrors.cardUnreadable({ reason: 'the last card has no end' });
  if (cards.length === 0) throw contentErrors.cardUnreadable({ reason: 'it holds no card' });
  return cards;
}

/** Joins folded lines, and those that quoted-printable of version 2.1 breaks by `=`. */
function logicalLines(source: string): string[] {
  const lines: string[] = [];
  let quoted = false;
  for (const line of source.split(/\r?\n/)) {
    const last = lines.length - 1;
    if (last >= 0 && quoted) lines[last] = lines[last]!.slice(0, -1) + line;
    else if (last >= 0 && /^[ \t]/.test(line)) lines[last] += line.slice(1);
    else lines.push(line);
    const whole = lines.at(-1)!;
    quoted = whole.endsWith('=') && /^[^:]*quoted-printable/i.test(whole);
  }
  return lines;
}

const fieldForm = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)$/s;

function parseField(line: string): CardField | undefined {
  const found = fieldForm.exec(line);
  if (found === null) return undefined;
  const [, name = '', head = '', raw = ''] = found;
  const parameters: Record<string, string> = {};
  const types = new Set<string>();
  for (const part of head.match(/;(?:[^":;]|"[^"]*")*/g) ?? []) {
    const [key = '', value] = part.slice(1).split(/=(.*)/s);
    if (value === undefined) types.add(key.toLowerCase());
    else if (key.toLowerCase() === 'type') for (const type of unquote(value).split(',')) types.add(type.toLowerCase());
    else parameters[key.toLowerCase()] = unquote(value);
  }
  return { name: name.toLowerCase(), types, parameters, ...decode(raw, parameters, types) };
}

const unquote = (text: string): string => text.replaceAll('"', '');

function decode(
  raw: string,
  parameters: Readonly<Record<string, string>>,
  types: ReadonlySet<string>,
): Pick<CardField, 'value' | 'data'> {
  const encoding = parameters['encoding']?.toLowerCase() ?? [...types].find((type) => encodings.has(type));
  if (encoding === 'b' || encoding === 'base64')
    return { value: '', data: Uint8Array.from(Buffer.from(raw, 'base64')) };
  const inline = /^data:[^,]*;base64,(.*)$/s.exec(raw);
  if (inline !== null) return { value: '', data: Uint8Array.from(Buffer.from(inline[1]!, 'base64')) };
  if (encoding !== 'quoted-printable') return { value: raw };
  const bytes = raw.replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { value: decodeText(Buffer.from(bytes, 'latin1'), parameters['charset']) };
}

const encodings = new Set(['base64', 'b', 'quoted-printable']);

function decodeText(bytes: Uint8Array, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

/** Takes off the backslashes of a value. */
export const unescapeText = (text: string): string =>
  text.replaceAll(/\\(.)/gs, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\r\n' : sign));

/** Cuts a value at its unescaped semicolons (or commas). */
export function splitValue(value: string, by: ';' | ',' = ';'): string[] {
  const parts: string[] = [''];
  for (let index = 0; index < value.length; index++) {
    const sign = value[index]!;
    if (sign === '\\') parts[parts.length - 1] += sign + (value[++index] ?? '');
    else if (sign === by) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => unescapeText(part).trim());
}
