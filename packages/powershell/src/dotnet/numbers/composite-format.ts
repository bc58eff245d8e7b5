import { formatError } from '../dotnet-error.ts';

/** Formats one argument; `format` is what stands behind the colon, or empty. */
export type FormatArgument<T> = (argument: T, format: string) => string;

const limit = 1_000_000;

/** `String.Format`: `{index,width:format}`, braces doubled to stand for themselves. */
export function formatComposite<T>(format: string, values: readonly T[], formatArgument: FormatArgument<T>): string {
  const parts = known.get(format);
  let text = '';
  if (!parts) for (const part of reading(format)) text += partText(part, values, formatArgument);
  else for (let index = 0; index < parts.length; index++) text += partText(parts[index]!, values, formatArgument);
  return text;
}

type Part = string | Item;

/** The parts of formats that were read. */
const known = new Map<string, readonly Part[]>();
/** Formats in scripts are few; whoever makes them in a loop shall not fill the memory. */
const knownLimit = 500;

/** Reads a format and keeps its parts for the next time; one that is wrong is read anew, up to where it is wrong. */
function* reading(format: string): Generator<Part> {
  const reader = new ItemReader(format);
  const parts: Part[] = [];
  for (;;) {
    const brace = format.slice(reader.at).search(/[{}]/);
    const text = brace < 0 ? format.slice(reader.at) : format.slice(reader.at, reader.at + brace);
    if (text !== '') parts.push(text);
    yield text;
    if (brace < 0) break;
    reader.at += brace;
    const part = reader.skipDoubledBrace() ? format.charAt(reader.at - 1) : reader.readItem();
    parts.push(part);
    yield part;
  }
  if (known.size >= knownLimit) known.clear();
  known.set(format, parts);
}

const partText = <T>(part: Part, values: readonly T[], formatArgument: FormatArgument<T>): string =>
  typeof part === 'string' ? part : formatItem(part, values, formatArgument);

interface Item {
  readonly index: number;
  /** Negative: the text stands left. */
  readonly width: number;
  readonly format: string;
}

function formatItem<T>(
  { index, width, format }: Item,
  values: readonly T[],
  formatArgument: FormatArgument<T>,
): string {
  if (index >= values.length) {
    throw formatError(
      'Index (zero based) must be greater than or equal to zero and less than the size of the argument list.',
    );
  }
  const text = formatArgument(values[index] as T, format);
  if (width === 0) return text;
  return width < 0 ? text.padEnd(-width) : text.padStart(width);
}

const failures = {
  ends: 'Format item ends prematurely.',
  digit: 'Expected an ASCII digit.',
  brace: 'Unexpected closing brace without a corresponding opening brace.',
} as const;

class ItemReader {
  at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  private fail(kind: keyof typeof failures): Error {
    return formatError(
      `Input string was not in a correct format. Failure to parse near offset ${this.at}. ${failures[kind]}`,
    );
  }

  private move(): string {
    this.at++;
    const character = this.text[this.at];
    if (character === undefined) throw this.fail('ends');
    return character;
  }

  /** Stands on a brace; steps over both when it is doubled, else into the item. */
  skipDoubledBrace(): boolean {
    const brace = this.text.charAt(this.at);
    const character = this.move();
    if (character === brace) {
      this.at++;
      return true;
    }
    if (brace === '}') throw this.fail('brace');
    return false;
  }

  readItem(): Item {
    const index = this.number();
    this.blanks();
    const width = this.text[this.at] === ',' ? this.width() : 0;
    const format = this.text[this.at] === '}' ? '' : this.format();
    this.at++;
    return { index, width, format };
  }

  private number(): number {
    if (!this.isDigit()) throw this.fail('digit');
    let value = 0;
    do {
      value = value * 10 + Number(this.text[this.at]);
      this.move();
    } while (this.isDigit() && value < limit);
    return value;
  }

  private isDigit(): boolean {
    return /[0-9]/.test(this.text.charAt(this.at));
  }

  private blanks(): void {
    while (this.text[this.at] === ' ') this.move();
  }

  private width(): number {
    this.move();
    this.blanks();
    const left = this.text[this.at] === '-';
    if (left) this.move();
    const value = this.number();
    this.blanks();
    return left ? -value : value;
  }

  private format(): string {
    if (this.text[this.at] !== ':') throw this.fail('ends');
    const start = this.at + 1;
    for (;;) {
      const character = this.move();
      if (character === '}') return this.text.slice(start, this.at);
      if (character === '{') throw this.fail('ends');
    }
  }
}
