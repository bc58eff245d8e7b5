import { codePage } from '@cutover/wire/nspi';
import iconv from 'iconv-lite';

/** Code pages of single bytes and of several that texts are shown in, by the names that iconv-lite has for them. */
const encodings: Readonly<Record<number, string>> = {
  874: 'windows874',
  932: 'cp932',
  936: 'cp936',
  949: 'cp949',
  950: 'cp950',
  1250: 'windows1250',
  1251: 'windows1251',
  1252: 'windows1252',
  1253: 'windows1253',
  1254: 'windows1254',
  1255: 'windows1255',
  1256: 'windows1256',
  1257: 'windows1257',
  1258: 'windows1258',
  20127: 'windows1252',
  20866: 'koi8r',
  28591: 'windows1252',
  65001: 'utf8',
  // T.61: of its upper half nothing beyond Latin letters is used by any client here.
  [codePage.teletex]: 'latin1',
};

/** UTF-16, which uploads name in a property's type. */
export const utf16CodePage = codePage.unicode;

/** What a STAT with code page 0 means, and what a text falls back to: the server's own. */
const serversOwn = 'windows1252';
const ascii = /^\p{ASCII}*$/u;

/** Whether texts can be shown in the code page. Unicode itself is none: its texts are not 8-bit. */
export const isCodePage = (page: number): boolean => page in encodings;

/** Whether the directory shows 8-bit texts in it: 0 means the server's own, and UTF-8 is no code page of NSPI. */
export const isDirectoryCodePage = (page: number): boolean => page === 0 || (page !== 65001 && isCodePage(page));

/** A text in the code page, one character of the result for each byte; what the code page lacks becomes `?`. */
export function toCodePage(text: string, page: number): string {
  return ascii.test(text) ? text : iconv.encode(text, encodings[page] ?? serversOwn).toString('latin1');
}

/** The text behind the bytes of a code page, given as one character for each. */
export function fromCodePage(bytes: string, page: number): string {
  return ascii.test(bytes) ? bytes : iconv.decode(Buffer.from(bytes, 'latin1'), encodings[page] ?? serversOwn);
}
