/** Windows' numbers of the character sets that mail names. [MS-UCODEREF] 2.2.1 */
const codePages: Readonly<Record<string, number>> = {
  'us-ascii': 20127,
  ascii: 20127,
  'utf-8': 65001,
  utf8: 65001,
  'utf-7': 65000,
  'iso-8859-1': 28591,
  'iso-8859-2': 28592,
  'iso-8859-3': 28593,
  'iso-8859-4': 28594,
  'iso-8859-5': 28595,
  'iso-8859-6': 28596,
  'iso-8859-7': 28597,
  'iso-8859-8': 28598,
  'iso-8859-8-i': 38598,
  'iso-8859-9': 28599,
  'iso-8859-13': 28603,
  'iso-8859-15': 28605,
  'windows-1250': 1250,
  'windows-1251': 1251,
  'windows-1252': 1252,
  'windows-1253': 1253,
  'windows-1254': 1254,
  'windows-1255': 1255,
  'windows-1256': 1256,
  'windows-1257': 1257,
  'windows-1258': 1258,
  'windows-874': 874,
  'koi8-r': 20866,
  'koi8-u': 21866,
  'iso-2022-jp': 50220,
  shift_jis: 932,
  'euc-jp': 51932,
  'iso-2022-kr': 50225,
  'euc-kr': 949,
  'ks_c_5601-1987': 949,
  gb2312: 936,
  gbk: 936,
  gb18030: 54936,
  big5: 950,
};

/** The code page of a character set, if it has one. */
export const codePageOf = (charset: string): number | undefined => codePages[charset.trim().toLowerCase()];

const charsets = new Map(Object.entries(codePages).map(([charset, codePage]) => [codePage, charset]));

/** The character set of a code page as a decoder knows it; undefined for one that mail does not name. */
export function charsetOf(codePage: number): string | undefined {
  const charset = charsets.get(codePage);
  return charset === 'utf8' ? 'utf-8' : charset === 'ascii' ? 'us-ascii' : charset;
}
