import { similarNames } from '@cutover/base';
import type { z } from 'zod';
import { seedErrors } from './errors.ts';
import { namesAt } from './seeds/names-at.ts';

/** The value of a JSON file, as a schema has it. */
export function validate<T extends z.ZodType>(schema: T, value: unknown, path: string): z.output<T> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw seedErrors.fileInvalid({ path, problems: tellProblems(schema, parsed.error) });
}

/** All that is wrong with a value, each with its place and how to mend it. */
export const tellProblems = (schema: z.ZodType, error: z.ZodError): string[] =>
  error.issues.flatMap((issue) => describe(issue, { above: [], schema }));

export function parseJson(source: string, path: string): unknown {
  try {
    return JSON.parse(source.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw seedErrors.fileInvalid({ path, problems: [`it is no JSON: ${reason}`] });
  }
}

type Issue = z.core.$ZodIssue;

function describe(issue: Issue, { above, schema }: { above: readonly PropertyKey[]; schema: z.ZodType }): string[] {
  const path = [...above, ...issue.path];
  const place = placeOf(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownName(key, { path, known: namesAt(schema, path) }));
    case 'invalid_union':
      return closest(issue.errors)
        .flatMap((inner) => describe(inner, { above: path, schema }))
        .concat(issue.errors.length === 0 ? [unknownType(issue, place)] : []);
    case 'invalid_type':
      return [
        `${place}: ${issue.input === undefined ? `is missing; give ${article(issue.expected)}` : `give ${article(issue.expected)}`}`,
      ];
    case 'invalid_value':
      return [`${place}: give one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`];
    default:
      return [`${place}: ${issue.message}`];
  }
}

function unknownName(
  name: string,
  { path, known }: { path: readonly PropertyKey[]; known: readonly string[] },
): string {
  return `${placeOf([...path, name])}: nothing is known by this name; ${meant(name, known)}`;
}

/** Of several forms the one that fits best: that with the fewest faults. */
const closest = (errors: readonly Issue[][]): Issue[] =>
  errors.reduce<Issue[]>((best, next) => (best.length === 0 || next.length < best.length ? next : best), []);

function unknownType(issue: Extract<Issue, { code: 'invalid_union' }>, place: string): string {
  const name = issue.discriminator ?? 'type';
  const known = 'options' in issue ? (issue.options as unknown[]).map(String) : [];
  const given = (issue.input as Record<string, unknown> | undefined)?.[name];
  return `${place}: the '${name}' is none that is known; ${meant(String(given), known)}`;
}

function meant(name: string, known: readonly string[]): string {
  const similar = similarNames(name, known);
  return similar.length > 0 ? `did you mean ${similar.join(' or ')}?` : `known are ${known.join(', ')}`;
}

const article = (type: string): string => (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`);

const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
    .join('') || 'the whole';
