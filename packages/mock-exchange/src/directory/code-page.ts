import { codePage } from '@cutover/wire/nspi';

/** Labels by which TextDecoder knows the single-byte code pages of Windows. */
const labels: Readonly<Record<number, string>> = {
  874: 'windows-874',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  20127: 'us-ascii',
  28591: 'iso-8859-1',
  // T.61: of its upper half nothing beyond Latin letters is used by any client here.
  [codePage.teletex]: 'iso-8859-1',
};

/** What a STAT with code page 0 means: the server's own. */
const ansiCodePage = 1252;

interface Table {
  /** Character of each byte. */
  readonly characters: string;
  readonly bytes: ReadonlyMap<string, string>;
}

const tables = new Map<number, Table>();

function tableOf(page: number): Table {
  const known = tables.get(page);
  if (known !== undefined) return known;
  const label = labels[page] ?? labels[ansiCodePage]!;
  const characters = new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const bytes = new Map(Array.from(characters, (character, byte) => [character, String.fromCharCode(byte)]));
  const table = { characters, bytes };
  tables.set(page, table);
  return table;
}

/** Whether the server can show 8-bit strings in the code page. Unicode is no code page of 8-bit strings. */
export const isSupportedCodePage = (page: number): boolean => page === 0 || page in labels;

/** Text as a string with one character for each byte of the code page; what it lacks becomes a question mark. */
export function toCodePage(text: string, page: number): string {
  const { bytes } = tableOf(page);
  return Array.from(text, (character) => bytes.get(character) ?? '?').join('');
}

/** The text of a string with one character for each byte of the code page. */
export function fromCodePage(bytes: string, page: number): string {
  const { characters } = tableOf(page);
  return Array.from(bytes, (byte) => characters[byte.charCodeAt(0) & 0xff]!).join('');
}
