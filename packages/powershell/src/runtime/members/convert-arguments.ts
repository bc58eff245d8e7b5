import { convertTo } from '../conversions/convert.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { scriptError } from '../errors/script-error.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { NullString } from '../values/db-null.ts';
import { knownTypes } from '../values/running-session.ts';
import { Reference } from '../values/reference.ts';
import { toText } from '../values/to-text.ts';
import { typedArray } from '../values/typed-array.ts';
import type { Chosen } from './choose-overload.ts';

/** The method as errors name it; with `isCounted` they tell the places of arguments, not their names. */
export interface NamedMethod {
  readonly name: string;
  readonly isCounted?: boolean;
}

/** The arguments as the chosen form of a method takes them; those of a rest parameter one by one. */
export function convertArguments(
  { form, isExpanded }: Chosen,
  args: readonly unknown[],
  { name: method, isCounted = false }: NamedMethod,
): unknown[] {
  const { parameters, names, byReference, rest } = form;
  if (!rest && !byReference && takesAnything(parameters) && !args.some((arg) => arg instanceof Reference))
    return [...args];
  const fixed = rest ? parameters.length - 1 : parameters.length;
  const converted = args.slice(0, fixed).map((arg, index) => {
    if (byReference?.[index]) return referenceOf(arg, index);
    if (arg instanceof Reference && parameters[index] !== referenceType) throw needlessReference(index);
    return convertArgument(arg, { type: parameters[index]!, name: isCounted ? String(index) : names[index]!, method });
  });
  return rest ? [...converted, ...restOf(args.slice(fixed), { form, isExpanded, method })] : converted;
}

const takesAnything = (parameters: readonly string[]): boolean =>
  parameters.every((parameter) => parameter === 'System.Object');

const referenceType = 'System.Management.Automation.PSReference';

function referenceOf(arg: unknown, index: number): Reference {
  if (arg instanceof Reference) return arg;
  throw scriptError('NonRefArgumentToRefParameter', [String(index + 1), referenceType, '[ref]']);
}

const needlessReference = (index: number): Error =>
  scriptError('RefArgumentToNonRefParameter', [String(index + 1), referenceType, '[ref]']);

interface RestCall extends Chosen {
  readonly method: string;
}

function restOf(args: readonly unknown[], { form, isExpanded, method }: RestCall): unknown[] {
  const type = form.parameters.at(-1)!;
  const name = form.names.at(-1)!;
  if (!isExpanded) return [convertArgument(args[0] ?? null, { type, name, method })];
  const element = type.replace(/\[\]$/, '');
  const items = args.map((arg, index) => convertArgument(arg, { type: element, name: String(index), method }));
  return [typedArray(element, items)];
}

interface ArgumentPlace {
  readonly type: string;
  readonly name: string;
  readonly method: string;
}

function convertArgument(arg: unknown, { type, name, method }: ArgumentPlace): unknown {
  if (typeof arg === 'string' && type === 'System.String') return arg;
  if (arg instanceof NullString) return null;
  const target = knownTypes().find(type);
  if (!target || target.name === 'System.Object') return arg;
  try {
    return convertTo(arg, target);
  } catch (error) {
    if (!isScriptError(error)) throw error;
    throw scriptError('MethodArgumentConversionInvalidCastArgument', [
      name,
      toText(arg),
      method,
      displayTypeName(type),
      error.message,
    ]);
  }
}
