import { valueOrNull } from './nothing.ts';

/**
 * A text, number or truth value that is an object of its own: members can be given to it, which `extend` keeps, and a number
 * remembers how an argument wrote it. Source: PSObject around a base object, PSObject.TokenText.
 */
export class Boxed {
  readonly value: unknown;
  /** A number as a command's argument has it: `007`, `1.10`, `1kb`. */
  readonly written: string | undefined;

  constructor(value: unknown, written?: string) {
    this.value = value;
    this.written = written;
  }
}

/** The value itself. */
export const unboxed = (value: unknown): unknown => (value instanceof Boxed ? value.value : value);

/** The value as operators see it. */
export const operand = (value: unknown): unknown => (value instanceof Boxed ? value.value : valueOrNull(value));

/** `[psobject]$value`: objects are what they are. */
export const boxed = (value: unknown): unknown =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? new Boxed(value)
    : value;
