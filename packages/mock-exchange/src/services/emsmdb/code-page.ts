/** Code pages that texts can be sent in, with their names for TextDecoder. */
const encodings: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  20127: 'windows-1252',
  20866: 'koi8-r',
  28591: 'windows-1252',
  65001: 'utf-8',
};

export const utf16CodePage = 1200;

/** True for a code page that a session may name. */
export const isCodePage = (codePage: number): boolean => codePage in encodings;

const unknown = 0x3f;
const singleBytes = new Map<string, ReadonlyMap<string, number>>();

/** Characters of an encoding by byte; those of several bytes are not in it and come out as question marks. */
function bytesOf(encoding: string): ReadonlyMap<string, number> {
  const known = singleBytes.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const made = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) {
    const character = decoder.decode(Uint8Array.of(byte));
    if (character !== '\ufffd' && character !== '') made.set(character, byte);
  }
  singleBytes.set(encoding, made);
  return made;
}

/** A text in an 8-bit code page, one character of the result for each byte; what the code page lacks becomes `?`. */
export function toCodePage(text: string, codePage: number): string {
  const encoding = encodings[codePage] ?? 'windows-1252';
  if (encoding === 'utf-8') return Buffer.from(text).toString('latin1');
  const bytes = bytesOf(encoding);
  return Buffer.from(Array.from(text, (character) => bytes.get(character) ?? unknown)).toString('latin1');
}

/** The text behind the bytes of an 8-bit code page. */
export function fromCodePage(bytes: string, codePage: number): string {
  return new TextDecoder(encodings[codePage] ?? 'windows-1252').decode(Buffer.from(bytes, 'latin1'));
}
