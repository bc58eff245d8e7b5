import type { DavValue } from './dav-value.ts';
import { textOf } from './dav-value.ts';
import type { DavName } from './names.ts';
import type { Condition, Literal } from './sql.ts';

type ReadValue = (name: DavName) => Promise<DavValue | undefined>;

/** Whether a resource is what a condition asks for; with what is not there nothing compares. */
export async function matchesCondition(condition: Condition, read: ReadValue): Promise<boolean> {
  switch (condition.kind) {
    case 'and':
      for (const part of condition.parts) if (!(await matchesCondition(part, read))) return false;
      return true;
    case 'or':
      for (const part of condition.parts) if (await matchesCondition(part, read)) return true;
      return false;
    case 'not':
      return !(await matchesCondition(condition.part, read));
    case 'null':
      return (await read(condition.name)) === undefined;
    case 'compare':
      return compares(await read(condition.name), condition);
  }
}

function compares(
  value: DavValue | undefined,
  { operator, value: wanted }: Extract<Condition, { kind: 'compare' }>,
): boolean {
  if (value === undefined) return false;
  if (operator === 'LIKE') return isLike(String(comparable(value)), String(wanted));
  const order = compareValues(comparable(value), sameKind(value, wanted));
  return operators[operator]!(order);
}

const operators: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** Numbers for what has an order by number, text in lower case for the rest. */
export function comparable(value: DavValue): number | string {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean' || typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return value;
  if (typeof value === 'object' && 'xml' in value) return '';
  return (Array.isArray(value) ? value.join(';') : textOf(value as string | Uint8Array)).toLowerCase();
}

/** A literal as what it is compared with. */
function sameKind(value: DavValue, wanted: Literal): number | string {
  if (value instanceof Date) return Date.parse(String(wanted));
  if (typeof comparable(value) === 'number') return typeof wanted === 'string' ? Number(wanted) : Number(wanted);
  return String(wanted).toLowerCase();
}

export function compareValues(left: number | string, right: number | string): number {
  if (left === right) return 0;
  return left < right ? -1 : left > right ? 1 : Number.NaN;
}

/** `%` is anything, at the ends and within. */
function isLike(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('%');
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const found = isLast ? text.length - part.length : text.indexOf(part, at);
    if (found < at || (isLast && !text.endsWith(part))) return false;
    at = found + part.length;
  }
  return rest.length > 0 || text === first;
}
