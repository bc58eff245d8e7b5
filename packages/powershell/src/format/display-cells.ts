import { plainText } from './decorated-text.ts';

/** Code units that fill two cells, as the original counts them: by UTF-16 unit, combining marks and surrogates one each. */
const wideRanges: readonly (readonly [first: number, last: number])[] = [
  [0x11_00, 0x11_5f],
  [0x23_29, 0x23_2a],
  [0x2e_80, 0x30_3e],
  [0x30_40, 0xa4_cf],
  [0xac_00, 0xd7_a3],
  [0xf9_00, 0xfa_ff],
  [0xfe_10, 0xfe_19],
  [0xfe_30, 0xfe_6f],
  [0xff_00, 0xff_60],
  [0xff_e0, 0xff_e6],
];

/** Most text has no unit from here on, and is as wide as it is long. */
const mayBeWide = /[\u1100-\uFFFF]/;

function cellsOfUnit(unit: number): number {
  if (unit < 0x11_00) return 1;
  return wideRanges.some(([first, last]) => unit >= first && unit <= last) ? 2 : 1;
}

/** How many cells of a terminal a text fills, its escape sequences left out. */
export function cellsOf(text: string): number {
  const plain = plainText(text);
  if (!mayBeWide.test(plain)) return plain.length;
  let cells = 0;
  for (let index = 0; index < plain.length; index++) cells += cellsOfUnit(plain.charCodeAt(index));
  return cells;
}

/** How many code units from the start of a plain text fit into so many cells. */
export function unitsThatFit(text: string, cells: number): number {
  let filled = 0;
  for (let index = 0; index < text.length; index++) {
    filled += cellsOfUnit(text.charCodeAt(index));
    if (filled > cells) return index;
  }
  return text.length;
}

/** Where the longest tail of a plain text begins that fits into so many cells. */
export function startOfTailThatFits(text: string, cells: number): number {
  let filled = 0;
  for (let index = text.length - 1; index >= 0; index--) {
    filled += cellsOfUnit(text.charCodeAt(index));
    if (filled > cells) return index + 1;
  }
  return 0;
}
