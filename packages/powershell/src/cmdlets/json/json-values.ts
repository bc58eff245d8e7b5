import { DateTime, parseDateTime, parseDateTimeOffset } from '../../dotnet/index.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import type { DotNetType } from '../../runtime/types/define-type.ts';
import { CaseSensitiveHashtable } from '../../runtime/values/dictionary.ts';
import { BigInteger, double } from '../../runtime/values/number-types.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { jsonRecord } from './json-errors.ts';
import type { JsonBuilder } from './json-reader.ts';

export type DateKind = 'default' | 'local' | 'utc' | 'offset' | 'string';

const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:?\d\d)?$/;

// The texts have a date: no day has to be made up.
const parsing = { roundtripKind: true, today: () => DateTime.minValue } as const;

/** A string that is a whole date with its time becomes one. */
function dated(text: string, kind: DateKind): unknown {
  if (kind === 'string' || !isoDate.test(text)) return text;
  if (kind === 'offset') return parseDateTimeOffset(text, parsing);
  const date = parseDateTime(text, parsing);
  if (kind === 'default') return date;
  const unknown = date.kind === 'Unspecified';
  if (kind === 'utc') return unknown ? DateTime.specifyKind(date, 'Utc') : date.toUniversalTime();
  return unknown ? DateTime.specifyKind(date, 'Local') : date.toLocalTime();
}

const largest = 2n ** 63n - 1n;

const shared = (kind: DateKind) => ({
  array: (items: unknown[]): unknown => items,
  string: (text: string): unknown => dated(text, kind),
  integer: (digits: string): unknown => {
    const value = BigInt(digits);
    return value > largest || value < -largest - 1n ? new BigInteger(value) : value;
  },
  float: (text: string): unknown => double(Number(text)),
});

/** Objects for objects. */
export const objectBuilder = (kind: DateKind): JsonBuilder => ({
  ...shared(kind),
  object: () => new CustomObject(),
  add: (object, name, value) => {
    if (name === '') throw new ScriptError(jsonRecord('EmptyKeyInJsonString'));
    const { members } = object as CustomObject;
    const existing = members.get(name);
    if (existing && existing.name !== name) {
      throw new ScriptError(jsonRecord('KeysWithDifferentCasingInJsonString', [existing.name, name]));
    }
    members.set({ kind: 'note', name, value });
  },
});

/** Source: System.Management.Automation.OrderedHashtable. */
class OrderedHashtable extends CaseSensitiveHashtable {
  override readonly typeName: string = 'System.Management.Automation.OrderedHashtable';
}

export const jsonTypes: readonly DotNetType[] = [
  { name: 'System.Management.Automation.OrderedHashtable', base: 'System.Collections.Hashtable' },
];

/** Dictionaries that tell cases apart and keep their order. */
export const hashtableBuilder = (kind: DateKind): JsonBuilder => ({
  ...shared(kind),
  object: () => new OrderedHashtable(),
  add: (object, name, value) => void (object as OrderedHashtable).set(name, value),
});
