import { cloudErrors } from '../errors.ts';

/** An object that a filter looks at; names of properties are compared without case. */
export type Filtered = Readonly<Record<string, unknown>>;
export type Predicate = (object: Filtered) => boolean;

/**
 * Reads a -Filter: comparisons of properties with texts, numbers and $true, $false or $null, joined by -and, -or, -not and
 * parentheses. Source: "Filterable properties for the Filter parameter".
 */
export function parseFilter(text: string): Predicate {
  const tokens = text.match(/'(?:[^']|'')*'|"[^"]*"|[()]|[^\s()]+/g) ?? [];
  const reader = { text, tokens, at: 0 };
  const predicate = readOr(reader);
  if (reader.at < tokens.length) throw refuse(reader, `"${tokens[reader.at]}" is not expected`);
  return predicate;
}

interface Reader {
  readonly text: string;
  readonly tokens: readonly string[];
  at: number;
}

const refuse = ({ text }: Reader, problem: string): Error => cloudErrors.filterInvalid({ filter: text, problem });

function accept(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.at]?.toLowerCase() !== token) return false;
  reader.at++;
  return true;
}

// or := and { -or and }
function readOr(reader: Reader): Predicate {
  let left = readAnd(reader);
  while (accept(reader, '-or')) left = either(left, readAnd(reader));
  return left;
}

// and := unary { -and unary }
function readAnd(reader: Reader): Predicate {
  let left = readUnary(reader);
  while (accept(reader, '-and')) left = both(left, readUnary(reader));
  return left;
}

const either =
  (one: Predicate, other: Predicate): Predicate =>
  (object) =>
    one(object) || other(object);
const both =
  (one: Predicate, other: Predicate): Predicate =>
  (object) =>
    one(object) && other(object);

// unary := -not unary | ( or ) | comparison
function readUnary(reader: Reader): Predicate {
  if (accept(reader, '-not')) {
    const inner = readUnary(reader);
    return (object) => !inner(object);
  }
  if (!accept(reader, '(')) return readComparison(reader);
  const inner = readOr(reader);
  if (!accept(reader, ')')) throw refuse(reader, 'a ")" is missing');
  return inner;
}

// comparison := property operator value
function readComparison(reader: Reader): Predicate {
  const [property, operator = '', value] = reader.tokens.slice(reader.at, reader.at + 3);
  const compare = operators[operator.toLowerCase()];
  if (property === undefined || value === undefined || compare === undefined) {
    throw refuse(reader, `after "${property ?? 'the end'}" an operator and a value must stand`);
  }
  reader.at += 3;
  const wanted = readValue(value);
  return (object) => valuesOf(object, property).some((found) => compare(found, wanted));
}

function readValue(token: string): string {
  const quoted = /^(['"])(.*)\1$/s.exec(token);
  if (quoted) return quoted[2]!.replaceAll("''", "'").toLowerCase();
  return token
    .replace(/^\$/, '')
    .replace(/^null$/i, '')
    .toLowerCase();
}

/** A property's values as texts; what is not set is an empty one. */
function valuesOf(object: Filtered, property: string): string[] {
  const name = Object.keys(object).find((key) => key.toLowerCase() === property.toLowerCase());
  const value = name === undefined ? '' : object[name];
  return (Array.isArray(value) ? value : [value ?? '']).map(textOf);
}

const textOf = (value: unknown): string =>
  (value instanceof Date ? value.toISOString() : String(value as string | number | boolean)).toLowerCase();

const operators: Readonly<Record<string, (found: string, wanted: string) => boolean>> = {
  '-eq': (found, wanted) => found === wanted,
  '-ne': (found, wanted) => found !== wanted,
  '-like': (found, wanted) => wildcard(wanted).test(found),
  '-notlike': (found, wanted) => !wildcard(wanted).test(found),
  '-gt': (found, wanted) => order(found, wanted) > 0,
  '-ge': (found, wanted) => order(found, wanted) >= 0,
  '-lt': (found, wanted) => order(found, wanted) < 0,
  '-le': (found, wanted) => order(found, wanted) <= 0,
};

function order(found: string, wanted: string): number {
  const difference = Number(found) - Number(wanted);
  return Number.isNaN(difference) ? found.localeCompare(wanted) : difference;
}

/** A pattern with `*` and `?`, without regard to case. */
export const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'is',
  );
