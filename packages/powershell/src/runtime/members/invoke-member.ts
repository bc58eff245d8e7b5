import { convertTo } from '../conversions/convert.ts';
import { asNetError } from '../errors/from-dotnet.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { scriptError, type ScriptError } from '../errors/script-error.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import type { DotNetType, Overload } from '../types/define-type.ts';
import { coreTypes } from '../types/type-registry.ts';
import { typeNameOf, typeOf } from '../types/type-of.ts';
import { listOf } from '../values/enumerate.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { isNumeric } from '../values/number-types.ts';
import { membersOf } from '../values/ps-object.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { toText } from '../values/to-text.ts';
import { TypeValue } from '../values/type-value.ts';
import { membersOfType } from './find-member.ts';
import type { RunScriptMember } from './get-member.ts';

export interface MethodCall {
  readonly target: unknown;
  readonly name: string;
  readonly args: readonly unknown[];
  readonly run: RunScriptMember;
}

/** `value.name(…)`; of a list without the method it is called on each element. */
export function invokeMember(call: MethodCall): unknown {
  const target = valueOrNull(call.target);
  if (target === null) throw scriptError('InvokeMethodOnNull');
  const extended = membersOf(target)?.get(call.name);
  if (extended?.kind === 'method') return call.run(extended, target, call.args);
  const overloads = membersOfType(typeOf(target)).methods.get(call.name.toLowerCase());
  if (overloads) return callOverload(overloads, { ...call, target });
  const items = listOf(target);
  if (items && items.length > 0 && items.every((item) => hasMethod(item, call.name))) {
    return items.map((item) => invokeMember({ ...call, target: item }));
  }
  throw methodNotFound(typeNameOf(target), call.name);
}

const hasMethod = (value: unknown, name: string): boolean =>
  value !== null &&
  (membersOf(value)?.get(name)?.kind === 'method' || membersOfType(typeOf(value)).methods.has(name.toLowerCase()));

const methodNotFound = (typeName: string, name: string): ScriptError =>
  scriptError('MethodNotFound', [displayTypeName(typeName), name], { target: name });

/** `[type]::Name(…)`, constructors by `new`. */
export function invokeStatic(call: MethodCall): unknown {
  const { target, name } = call;
  if (!(target instanceof TypeValue)) {
    if (valueOrNull(target) === null) throw scriptError('InvokeMethodOnNull');
    return invokeStatic({ ...call, target: new TypeValue(typeOf(target)) });
  }
  const { type } = target;
  const overloads =
    name.toLowerCase() === 'new' ? type.constructors : membersOfType(type).staticMethods.get(name.toLowerCase());
  if (!overloads) throw methodNotFound(type.name, name);
  return callOverload(overloads, { ...call, name: name.toLowerCase() === 'new' ? '.ctor' : name, type });
}

interface OverloadCall extends MethodCall {
  readonly type?: DotNetType;
}

function callOverload(overloads: readonly Overload[], call: OverloadCall): unknown {
  const args = call.args.map(valueOrNull);
  const chosen = choose(overloads, args);
  const shownName = call.name === '.ctor' ? displayTypeName(call.type!.name).split('.').at(-1)! : call.name;
  if (!chosen) throw scriptError('MethodCountCouldNotFindBest', [shownName, String(args.length)]);
  const converted = convertArguments(chosen, args, shownName);
  try {
    const result = chosen.call(call.target, converted);
    return result === undefined ? nothing : result;
  } catch (thrown) {
    const error = asNetError(thrown);
    const isOwn = error.record.exception.typeName.startsWith('System.Management.');
    throw isOwn ? error : asInvocationError(error, call.name, args.length);
  }
}

function asInvocationError({ record: { exception } }: ScriptError, name: string, count: number): ScriptError {
  const error = scriptError('MethodInvocation', [name, String(count), exception.message], { inner: exception });
  error.record.id = exception.typeName.split('.').at(-1)!;
  return error;
}

/** The form that fits the arguments' number and their types best. */
function choose(overloads: readonly Overload[], args: readonly unknown[]): Overload | undefined {
  const fitting = overloads.filter(({ parameters, rest }) =>
    rest ? args.length >= parameters.length - 1 : args.length === parameters.length,
  );
  return fitting.length < 2 ? fitting[0] : fitting.toSorted((a, b) => distance(a, args) - distance(b, args))[0];
}

function distance({ parameters, rest }: Overload, args: readonly unknown[]): number {
  const all = args.map((arg, index) => parameterDistance(arg, parameters[Math.min(index, parameters.length - 1)]!));
  return all.reduce((sum, each) => sum + each, rest ? 0.5 : 0);
}

function parameterDistance(arg: unknown, typeName: string): number {
  if (arg === null) return 1;
  if (typeNameOf(arg) === typeName) return 0;
  if (typeName === 'System.Object') return 4;
  if (arg instanceof ScriptBlock && typeName.startsWith('System.Func')) return 1;
  if (coreTypes.isAssignable(typeOf(arg), typeName)) return 1;
  if (isNumeric(arg)) return typeName === 'System.Double' ? 2 : typeName === 'System.String' ? 8 : 3;
  return typeName === 'System.String' || typeName === 'System.Char' ? 5 : 7;
}

function convertArguments({ parameters, rest }: Overload, args: readonly unknown[], name: string): unknown[] {
  return args.map((arg, index) => {
    const isRest = rest === true && index >= parameters.length - 1;
    if (isRest && Array.isArray(arg)) return arg;
    return convertParameter(arg, parameters[Math.min(index, parameters.length - 1)]!, name);
  });
}

function convertParameter(arg: unknown, typeName: string, method: string): unknown {
  const type = coreTypes.find(typeName);
  if (!type || arg instanceof ScriptBlock) return arg;
  try {
    return convertTo(arg, type);
  } catch (error) {
    if (!isScriptError(error)) throw error;
    throw scriptError('MethodArgumentConversionInvalidCastArgument', [
      'value',
      toText(arg),
      method,
      typeName,
      error.message,
    ]);
  }
}
