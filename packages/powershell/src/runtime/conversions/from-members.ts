import { asNetError } from '../errors/from-dotnet.ts';
import { scriptError } from '../errors/script-error.ts';
import type { DotNetType, Overload } from '../types/define-type.ts';
import { isOfType } from '../types/type-of.ts';
import { coreTypes } from '../types/type-registry.ts';
import { Dictionary } from '../values/dictionary.ts';
import { toNumeric } from './to-number.ts';
import { CustomObject } from '../values/ps-object.ts';
import { toText } from '../values/to-text.ts';

export type Convert = (value: unknown, type: DotNetType) => unknown;

/** Makes a value of a type by its Parse method, a constructor for it, or properties from a map; undefined when it has none that fits. */
export function fromMembers(value: unknown, type: DotNetType, convert: Convert): unknown {
  const parse = typeof value === 'string' ? type.staticMethods?.['Parse'] : undefined;
  const parser = parse?.find(({ parameters }) => parameters.length === 1 && parameters[0] === 'System.String');
  if (parser) return callFor(value, type, parser);
  const ofTicks = typeof value === 'number' ? type.constructors?.find(takesLong) : undefined;
  if (ofTicks) return callFor(toNumeric(value, 'Int64'), type, ofTicks);
  const constructor = type.constructors?.find((each) => takes(each, value));
  if (constructor) return callFor(value, type, constructor);
  if (value instanceof Dictionary || value instanceof CustomObject) return fromProperties(value, type, convert);
  return undefined;
}

const takesLong = ({ parameters }: Overload): boolean => parameters.length === 1 && parameters[0] === 'System.Int64';

function takes({ parameters }: Overload, value: unknown): boolean {
  const [only] = parameters;
  if (parameters.length !== 1 || only === undefined) return false;
  return isOfType(value, only) && (only !== 'System.Object' || !(value instanceof Dictionary));
}

function callFor(value: unknown, type: DotNetType, { call }: Overload): unknown {
  try {
    return call(null, [value]);
  } catch (error) {
    const { exception } = asNetError(error).record;
    const reason = exception.inner?.message ?? exception.message;
    throw scriptError('InvalidCastParseTargetInvocation', [toText(value), type.name, reason], { inner: exception });
  }
}

function fromProperties(source: Dictionary | CustomObject, type: DotNetType, convert: Convert): unknown {
  const plain = type.constructors?.find(({ parameters }) => parameters.length === 0);
  if (!plain) return undefined;
  const made = plain.call(null, []);
  for (const [name, value] of pairsOf(source)) setProperty(made, { type, name, value, convert });
  return made;
}

function pairsOf(source: Dictionary | CustomObject): (readonly [string, unknown])[] {
  if (source instanceof Dictionary) return Array.from(source.entries.values(), ([key, value]) => [toText(key), value]);
  return [...source.members].flatMap((member) =>
    member.kind === 'note' ? [[member.name, member.value] as const] : [],
  );
}

interface Assignment {
  readonly type: DotNetType;
  readonly name: string;
  readonly value: unknown;
  readonly convert: Convert;
}

function setProperty(target: unknown, { type, name, value }: Assignment): void {
  for (let each: DotNetType | undefined = type; each; each = coreTypes.baseOf(each)) {
    const key = Object.keys(each.properties ?? {}).find((known) => known.toLowerCase() === name.toLowerCase());
    const set = key === undefined ? undefined : each.properties?.[key]?.set;
    if (set) return set(target, value);
  }
  throw scriptError('ObjectCreationError', [type.name, name, 'There is no settable property available.']);
}
