import { formatError } from '../dotnet-error.ts';

const forms: Readonly<Record<string, RegExp>> = {
  D: /^[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}$/,
  N: /^[\da-fA-F]{32}$/,
  B: /^\{[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}\}$/,
  P: /^\([\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}\)$/,
  X: /^\{0x[\da-f]{1,8}(?:,0x[\da-f]{1,4}){2},\{0x[\da-f]{1,2}(?:,0x[\da-f]{1,2}){7}\}\}$/i,
};

const widths = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2] as const;

/** System.Guid, held as its text of form D in small letters. */
export class Guid {
  static readonly empty = new Guid('00000000-0000-0000-0000-000000000000');

  readonly text: string;

  /** Takes all five forms. */
  constructor(text: string) {
    const hex = hexOf(text);
    if (hex === undefined) throw formatError('Unrecognized Guid format.');
    this.text = hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  static tryParse(text: string): Guid | undefined {
    return hexOf(text) === undefined ? undefined : new Guid(text);
  }

  static parse(text: string): Guid {
    return new Guid(text);
  }

  /** The first three groups are little endian in the bytes. */
  static fromBytes(bytes: Uint8Array): Guid {
    return new Guid(Buffer.from(swapped(bytes)).toString('hex'));
  }

  toBytes(): Uint8Array {
    return swapped(Buffer.from(this.toString('N'), 'hex'));
  }

  /** Formats N, D, B, P and X. */
  toString(format = 'D'): string {
    const letter = format === '' ? 'D' : format.toUpperCase();
    if (letter === 'D') return this.text;
    if (letter === 'N') return this.text.replaceAll('-', '');
    if (letter === 'B') return `{${this.text}}`;
    if (letter === 'P') return `(${this.text})`;
    if (letter === 'X') return this.hexText();
    throw formatError('Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".');
  }

  private hexText(): string {
    const digits = this.toString('N');
    const parts = widths.map((width, index) => {
      const start = widths.slice(0, index).reduce<number>((sum, each) => sum + each, 0);
      return `0x${digits.slice(start, start + width)}`;
    });
    return `{${parts.slice(0, 3).join(',')},{${parts.slice(3).join(',')}}}`;
  }

  equals(other: Guid): boolean {
    return this.text === other.text;
  }

  compareTo(other: Guid): number {
    return this.text < other.text ? -1 : this.text > other.text ? 1 : 0;
  }
}

/** The 32 digits of a text in one of the forms. */
function hexOf(text: string): string | undefined {
  const trimmed = text.trim();
  const compact = trimmed.replace(/\s/g, '');
  if (compact.startsWith('{0x') && forms['X']?.test(compact)) return hexOfForm(compact);
  return Object.values(forms).some((form) => form.test(trimmed)) ? trimmed.replace(/[^\da-fA-F]/g, '') : undefined;
}

function hexOfForm(text: string): string {
  return [...text.matchAll(/0x([\da-f]+)/gi)]
    .map(([, digits = ''], index) => digits.padStart(widths[index] ?? 2, '0'))
    .join('');
}

const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15] as const;

const swapped = (bytes: Uint8Array): Uint8Array => Uint8Array.from(order, (at) => bytes[at] ?? 0);
