import { defineErrors, isSdkError, type SdkError } from '@cutover/base';

interface Place {
  /** Root structure, fields and indexes down to the value; empty for a bare value. */
  path: string;
  /** Byte offset in what was given to `decode`. */
  offset: number;
}

const at = ({ path, offset }: Place): string => (path === '' ? `at offset ${offset}` : `at ${path} (offset ${offset})`);

/** What can be wrong with bytes read or values written; each error names the place by path and offset. */
export const wireErrors = defineErrors('wire', {
  truncated: {
    category: 'InvalidData',
    message: (place: Place) => `wire.truncated ${at(place)}`,
  },
  trailing: {
    category: 'InvalidData',
    message: (place: Place & { count: number }) => `wire.trailing: ${place.count} bytes left over ${at(place)}`,
  },
  countTooLarge: {
    category: 'LimitsExceeded',
    message: (place: Place & { count: number; remaining: number }) =>
      `wire.countTooLarge: ${place.count} elements cannot be in ${place.remaining} bytes ${at(place)}`,
  },
  tooDeep: {
    category: 'LimitsExceeded',
    message: (place: Place & { limit: number }) => `wire.tooDeep: nested beyond ${place.limit} levels ${at(place)}`,
  },
  unknownTag: {
    category: 'InvalidData',
    message: (place: Place & { tag: number }) => `wire.unknownTag: 0x${place.tag.toString(16)} ${at(place)}`,
  },
  unexpected: {
    category: 'InvalidData',
    message: (place: Place & { expected: string; actual: string }) =>
      `wire.unexpected: ${place.actual} instead of ${place.expected} ${at(place)}`,
  },
  outOfRange: {
    category: 'InvalidArgument',
    message: (place: Place & { value: string; range: string }) =>
      `wire.outOfRange: ${place.value} is not in ${place.range} ${at(place)}`,
  },
});

/** True for an error that this package raised about bytes or values. */
export function isWireError(error: unknown): error is SdkError {
  return isSdkError(error) && error.code.startsWith('wire.');
}

/** The same error, seen from the structure that holds the value: `segment` stands before the path it had. */
export function within(error: unknown, segment: string): unknown {
  if (!isWireError(error)) return error;
  const make = wireErrors[error.code.slice('wire.'.length) as keyof typeof wireErrors] as (
    context: object,
    options: ErrorOptions,
  ) => SdkError;
  if (make === undefined) return error;
  // The inner structure's own name gives way to the name of the field that holds it.
  const inner = String(error.context['path']).replace(/^[^.[]*/, '');
  return make(
    { ...error.context, path: `${segment}${inner}` },
    error.cause === undefined ? {} : { cause: error.cause },
  );
}
