/** Unicode blocks by the names that .NET gives them. */
const blocks: Readonly<Record<string, string>> = {
  IsBasicLatin: '\\u0000-\\u007f',
  'IsLatin-1Supplement': '\\u0080-\\u00ff',
  'IsLatinExtended-A': '\\u0100-\\u017f',
  'IsLatinExtended-B': '\\u0180-\\u024f',
  IsIPAExtensions: '\\u0250-\\u02af',
  IsCombiningDiacriticalMarks: '\\u0300-\\u036f',
  IsGreek: '\\u0370-\\u03ff',
  IsGreekandCoptic: '\\u0370-\\u03ff',
  IsCyrillic: '\\u0400-\\u04ff',
  IsArmenian: '\\u0530-\\u058f',
  IsHebrew: '\\u0590-\\u05ff',
  IsArabic: '\\u0600-\\u06ff',
  IsDevanagari: '\\u0900-\\u097f',
  IsThai: '\\u0e00-\\u0e7f',
  IsGeorgian: '\\u10a0-\\u10ff',
  IsHangulJamo: '\\u1100-\\u11ff',
  IsLatinExtendedAdditional: '\\u1e00-\\u1eff',
  IsGreekExtended: '\\u1f00-\\u1fff',
  IsGeneralPunctuation: '\\u2000-\\u206f',
  IsCurrencySymbols: '\\u20a0-\\u20cf',
  IsArrows: '\\u2190-\\u21ff',
  IsMathematicalOperators: '\\u2200-\\u22ff',
  IsBoxDrawing: '\\u2500-\\u257f',
  IsCJKSymbolsandPunctuation: '\\u3000-\\u303f',
  IsHiragana: '\\u3040-\\u309f',
  IsKatakana: '\\u30a0-\\u30ff',
  IsCJKUnifiedIdeographs: '\\u4e00-\\u9fff',
  IsHangulSyllables: '\\uac00-\\ud7af',
  IsPrivateUse: '\\ue000-\\uf8ff',
};

const found = new Map<string, string>();

/**
 * The characters with a property as the inside of a JavaScript class. .NET looks at UTF-16 units, as JavaScript does only
 * without the flag under which it knows properties; therefore they are looked up once and written out.
 */
function unitsLike(key: string, test: RegExp): string {
  const known = found.get(key);
  if (known !== undefined) return known;
  let set = '';
  let start = -1;
  for (let unit = 0; unit <= 0x10000; unit++) {
    const inside = unit < 0x10000 && test.test(String.fromCharCode(unit));
    if (inside && start < 0) start = unit;
    if (inside || start < 0) continue;
    set += start === unit - 1 ? escapedUnit(start) : `${escapedUnit(start)}-${escapedUnit(unit - 1)}`;
    start = -1;
  }
  found.set(key, set);
  return set;
}

export const escapedUnit = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

const categories = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?)$/;

/** The set of `\p{name}` or, negated, `\P{name}`; undefined when there is no such name. */
export function propertySet(name: string, { negated }: { negated: boolean }): string | undefined {
  const block = blocks[name];
  if (block === undefined && !categories.test(name)) return undefined;
  const inside = block === undefined ? `\\p{${name}}` : block;
  return unitsLike(`${negated ? '^' : ''}${name}`, new RegExp(`[${negated ? '^' : ''}${inside}]`, 'u'));
}

const shorthands: Readonly<Record<string, readonly [ascii: string, unicode: string]>> = {
  d: ['\\d', '\\p{Nd}'],
  w: ['\\w', '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}'],
  s: ['\\s', '\\t-\\r\\u0085\\p{Z}'],
};

/** The set of `\d`, `\w`, `\s` and of their capital opposites; `ascii` when the text to match has nothing else. */
export function shorthandSet(letter: string, { ascii }: { ascii: boolean }): string {
  const lower = letter.toLowerCase();
  const [short, long] = shorthands[lower] ?? ['', ''];
  if (ascii) return letter === lower ? short : short.toUpperCase();
  return unitsLike(letter, new RegExp(`[${letter === lower ? '' : '^'}${long}]`, 'u'));
}

/** Characters between which `\b` sees no boundary. */
export const boundarySet = ({ ascii }: { ascii: boolean }): string =>
  ascii ? '\\w' : `${shorthandSet('w', { ascii })}\\u200c\\u200d`;
