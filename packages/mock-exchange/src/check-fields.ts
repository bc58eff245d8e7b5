import { inspect } from 'node:util';
import { similarNames } from '@cutover/base';
import { inputErrors } from './errors.ts';

/** What a field takes. */
export interface FieldCheck {
  /** Said behind "Give". */
  readonly takes: string;
  readonly holds: (value: unknown) => boolean;
}

/** A whole number from `from` to `to`. */
export const wholeNumber = (from: number, to: number = Number.MAX_SAFE_INTEGER): FieldCheck => ({
  takes: to === Number.MAX_SAFE_INTEGER ? `a whole number from ${from}` : `a whole number from ${from} to ${to}`,
  holds: (value) => Number.isInteger(value) && (value as number) >= from && (value as number) <= to,
});

/** Any number from `from` to `to`. */
export const numberWithin = (from: number, to: number = Infinity): FieldCheck => ({
  takes: to === Infinity ? `a number from ${from}` : `a number from ${from} to ${to}`,
  holds: (value) => typeof value === 'number' && value >= from && value <= to,
});

export const text: FieldCheck = { takes: 'a text', holds: (value) => typeof value === 'string' };
export const list: FieldCheck = { takes: 'a list', holds: Array.isArray };
export const trueOrFalse: FieldCheck = { takes: 'true or false', holds: (value) => typeof value === 'boolean' };
/** Where TypeScript alone says what is taken. */
export const anything: FieldCheck = { takes: 'something', holds: () => true };

/** One of some words. */
export const oneOf = (...known: readonly unknown[]): FieldCheck => ({
  takes: known.map((word) => (typeof word === 'string' ? `'${word}'` : String(word))).join(' or '),
  holds: (value) => known.includes(value),
});

export const date: FieldCheck = {
  takes: "a date, e.g. new Date('2012-05-01T09:00Z')",
  holds: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
};

/**
 * Holds the fields of an object against a table. TypeScript says the same to who uses it; this is for everybody else: a name that
 * is misspelt would be ignored otherwise, and a wrong value fail somewhere inside.
 */
export function checkFields(given: object, of: string, checks: Readonly<Record<string, FieldCheck>>): void {
  if (typeof given !== 'object' || given === null) throw inputErrors.noObject({ of, value: shown(given) });
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(checks, name)) {
      const known = Object.keys(checks);
      throw inputErrors.unknownField({ name, of, similar: similarNames(name, known), known });
    }
    const { holds, takes } = checks[name]!;
    if (!holds(value)) throw inputErrors.badValue({ name, of, value: shown(value), takes });
  }
}

/** Holds fields that must be there against a table; others are not looked at. */
export function requireFields(given: object, of: string, checks: Readonly<Record<string, FieldCheck>>): void {
  for (const [name, { holds, takes }] of Object.entries(checks)) {
    const value = (given as Record<string, unknown>)[name];
    if (value === undefined) throw inputErrors.missingField({ name, of, takes });
    if (!holds(value)) throw inputErrors.badValue({ name, of, value: shown(value), takes });
  }
}

/** Which fields an object may have, and which it must. */
export interface FieldTable {
  readonly fields: Readonly<Record<string, FieldCheck>>;
  readonly needed: readonly string[];
}

/** Holds an object against a table of both. */
export function checkTable(given: object, of: string, { fields, needed }: FieldTable): void {
  checkFields(given, of, fields);
  requireFields(given, of, Object.fromEntries(needed.map((name) => [name, fields[name]!])));
}

const shown = (value: unknown): string => inspect(value, { depth: 0, breakLength: Infinity, maxStringLength: 40 });
