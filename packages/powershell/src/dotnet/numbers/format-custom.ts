import type { NumberSymbols } from '../culture.ts';
import { digitsOf, roundDigits, type Digits } from './digits.ts';
import { isFloat, type NumberInput } from './number-input.ts';

/** Significant digits that custom formats take of a floating number. */
const customDigits = { Double: 15, Single: 7 } as const;

/** Writes a number by a custom format: `0 # . , % ‰ E0 ; '…' "…" \`. */
export function formatCustom(input: NumberInput, format: string, symbols: NumberSymbols): string {
  const exact = digitsOf(input, isFloat(input) ? { significant: customDigits[input.type] } : undefined);
  const sections = splitSections(format);
  const first = pickSection(sections, exact);
  const chosen = fitted(exact, readSection(first.text));
  if (chosen.digits.digits !== '' || exact.digits === '') return writeSection(chosen, { ...first, symbols });
  const zero = pickSection(sections, chosen.digits);
  if (zero.text === first.text) return writeSection(chosen, { ...first, symbols });
  return writeSection(fitted(exact, readSection(zero.text)), { ...zero, symbols });
}

/** A format's parts between `;`, leaving quoted and escaped ones alone. */
function splitSections(format: string): readonly string[] {
  const sections: string[] = [''];
  for (const token of format.matchAll(/\\[\s\S]?|'[^']*'?|"[^"]*"?|[\s\S]/g)) {
    if (token[0] === ';') sections.push('');
    else sections[sections.length - 1] += token[0];
  }
  return sections;
}

interface Picked {
  readonly text: string;
  /** Whether the section is the first: only there the sign is written by itself. */
  readonly signed: boolean;
}

function pickSection(sections: readonly string[], { digits, negative }: Digits): Picked {
  const wanted = digits === '' ? 2 : negative ? 1 : 0;
  const text = sections[wanted];
  return text === undefined || text === '' || wanted === 0
    ? { text: sections[0] ?? '', signed: true }
    : { text, signed: false };
}

interface Section {
  readonly tokens: readonly string[];
  readonly digitCount: number;
  readonly decimalAt: number;
  /** Positions of the first and last `0`; outside of them zeros are left out. */
  readonly firstZero: number;
  readonly lastZero: number;
  readonly shift: number;
  readonly grouped: boolean;
  readonly scientific: boolean;
}

const tokenPattern = /\\[\s\S]?|'[^']*'?|"[^"]*"?|[Ee][+-]?0+|[\s\S]/g;
const isExponent = (token: string): boolean => /^[Ee][+-]?0/.test(token);

function readSection(text: string): Section {
  const tokens = text.match(tokenPattern) ?? [];
  let digitCount = 0;
  let decimalAt = -1;
  let firstZero = -1;
  let lastZero = 0;
  let commaAt = -1;
  let commas = 0;
  let grouped = false;
  for (const token of tokens) {
    if (token === '#') digitCount++;
    else if (token === '0') {
      if (firstZero < 0) firstZero = digitCount;
      lastZero = ++digitCount;
    } else if (token === '.' && decimalAt < 0) decimalAt = digitCount;
    else if (token === ',' && digitCount > 0 && decimalAt < 0) {
      if (commaAt === digitCount) commas++;
      else {
        grouped ||= commaAt >= 0;
        commaAt = digitCount;
        commas = 1;
      }
    }
  }
  if (decimalAt < 0) decimalAt = digitCount;
  const scaling = commaAt === decimalAt;
  const percent =
    tokens.filter((token) => token === '%').length * 2 + tokens.filter((token) => token === '‰').length * 3;
  return {
    tokens,
    digitCount,
    decimalAt,
    firstZero,
    lastZero,
    shift: percent - (scaling ? commas * 3 : 0),
    grouped: grouped || (commaAt >= 0 && !scaling),
    scientific: tokens.some(isExponent),
  };
}

interface Fitted {
  readonly digits: Digits;
  readonly section: Section;
}

/** The number rounded to the places that the section shows. */
function fitted(number: Digits, section: Section): Fitted {
  if (number.digits === '')
    return { digits: { ...number, negative: number.negative && number.float, scale: 0 }, section };
  const scale = number.scale + section.shift;
  const { digitCount, decimalAt, scientific } = section;
  const count = scientific ? digitCount : scale + digitCount - decimalAt;
  return { digits: roundDigits({ ...number, scale }, count), section };
}

interface Writing {
  readonly signed: boolean;
  readonly symbols: NumberSymbols;
}

/** Position of a digit is counted from the decimal separator: 1 is the ones, 0 the tenths. */
class SectionWriter {
  private text = '';
  private next = 0;
  private position: number;
  private surplus: number;
  private decimalWritten = false;
  private exponentWritten = false;
  private readonly firstKept: number;
  private readonly lastKept: number;
  private readonly fit: Fitted;
  private readonly symbols: NumberSymbols;

  constructor(fit: Fitted, symbols: NumberSymbols) {
    const { decimalAt, firstZero, lastZero, scientific } = fit.section;
    this.fit = fit;
    this.symbols = symbols;
    this.position = scientific ? decimalAt : Math.max(fit.digits.scale, decimalAt);
    this.surplus = scientific ? 0 : fit.digits.scale - decimalAt;
    this.firstKept = firstZero >= 0 && firstZero < decimalAt ? decimalAt - firstZero : 0;
    this.lastKept = lastZero > decimalAt ? decimalAt - lastZero : 0;
  }

  write(): string {
    for (const token of this.fit.section.tokens) this.token(token);
    return this.text;
  }

  private token(token: string): void {
    if (token === '#' || token === '0' || token === '.') this.writeSurplus();
    if (token === '#' || token === '0') this.place();
    else if (token === '.') this.separator();
    else if (token === '%') this.text += this.symbols.percent;
    else if (token === '‰') this.text += this.symbols.perMille;
    else if (isExponent(token)) this.exponent(token);
    else if (token !== ',') this.text += literalText(token);
  }

  /** Digits that the format has no place for stand before its first place. */
  private writeSurplus(): void {
    for (; this.surplus > 0; this.surplus--) this.digit(this.taken() ?? '0');
  }

  private place(): void {
    const missing = this.surplus < 0;
    if (missing) this.surplus++;
    const filler = missing ? this.position <= this.firstKept : this.position > this.lastKept;
    const digit = (missing ? undefined : this.taken()) ?? (filler ? '0' : undefined);
    if (digit === undefined) this.position--;
    else this.digit(digit);
  }

  private taken(): string | undefined {
    return this.fit.digits.digits[this.next++];
  }

  private digit(digit: string): void {
    this.text += digit;
    if (this.fit.section.grouped && this.position > 1 && (this.position - 1) % 3 === 0) this.text += this.symbols.group;
    this.position--;
  }

  private separator(): void {
    if (this.position !== 0 || this.decimalWritten) return;
    const { decimalAt, digitCount } = this.fit.section;
    const more = decimalAt < digitCount && this.next < this.fit.digits.digits.length;
    if (this.lastKept >= 0 && !more) return;
    this.text += this.symbols.decimal;
    this.decimalWritten = true;
  }

  private exponent(token: string): void {
    if (this.exponentWritten) {
      this.text += token;
      return;
    }
    this.exponentWritten = true;
    const { digits, scale } = this.fit.digits;
    const value = digits === '' ? 0 : scale - this.fit.section.decimalAt;
    const sign = value < 0 ? this.symbols.negative : token[1] === '+' ? this.symbols.positive : '';
    const width = Math.min(token.replace(/[^0]/g, '').length, 10);
    this.text += token.charAt(0) + sign + String(Math.abs(value)).padStart(width, '0');
  }
}

function literalText(token: string): string {
  if (token.startsWith('\\')) return token.slice(1);
  const quote = token[0];
  if (quote !== "'" && quote !== '"') return token;
  return token.length > 1 && token.endsWith(quote) ? token.slice(1, -1) : token.slice(1);
}

function writeSection(fit: Fitted, { signed, symbols }: Writing): string {
  const text = new SectionWriter(fit, symbols).write();
  const sign = fit.digits.negative && signed && (fit.digits.digits !== '' || text !== '');
  return sign ? symbols.negative + text : text;
}
