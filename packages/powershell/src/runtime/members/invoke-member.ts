import { convertTo } from '../conversions/convert.ts';
import { defaultOf, newArray } from '../conversions/new-array.ts';
import { toNumeric } from '../conversions/to-number.ts';
import { asNetError } from '../errors/from-dotnet.ts';
import { engineLimit } from '../errors/engine-limit.ts';
import { netError, scriptError, type ScriptError } from '../errors/script-error.ts';
import type { DotNetType, Overload } from '../types/define-type.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { typeNameOf, typeOf } from '../types/type-of.ts';
import { operand, unboxed } from '../values/boxed.ts';
import { listOf } from '../values/enumerate.ts';
import { MultiArray } from '../values/multi-array.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { toNumber } from '../values/number-types.ts';
import { TypeValue } from '../values/type-value.ts';
import { chooseOverload } from './choose-overload.ts';
import { convertArguments } from './convert-arguments.ts';
import { extendedMember } from './extended-member.ts';
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
  const extended = extendedMember(target, call.name);
  if (extended?.kind === 'method') return call.run(extended, target, call.args);
  const overloads = methodsOf(target, call.name);
  if (overloads) return callOverload(overloads, { name: call.name, args: call.args, self: unboxed(target) });
  const items = listOf(target);
  if (!items || items.length === 0) throw methodNotFound(typeNameOf(target), call.name);
  return items.map((item) => invokeMember({ ...call, target: item }));
}

/** The forms of a method that a value's type has. */
export const methodsOf = (value: unknown, name: string): readonly Overload[] | undefined =>
  membersOfType(typeOf(value)).methods.get(name.toLowerCase());

const methodNotFound = (typeName: string, name: string): ScriptError =>
  scriptError('MethodNotFound', [displayTypeName(typeName), name]);

/** `[type]::Name(…)`, constructors by `new`. */
export function invokeStatic(call: MethodCall): unknown {
  const { target, name, args } = call;
  if (!(target instanceof TypeValue)) {
    if (valueOrNull(target) === null) throw scriptError('InvokeMethodOnNull');
    return invokeStatic({ ...call, target: new TypeValue(typeOf(target)) });
  }
  const { type } = target;
  if (name.toLowerCase() === 'new') return construct(type, args);
  const overloads = membersOfType(type).staticMethods.get(name.toLowerCase());
  if (!overloads) throw methodNotFound(type.name, name);
  return callOverload(overloads, { name, args, self: null });
}

/** `[type]::new(…)`, and New-Object, whose errors name the type and count the arguments. */
export function construct(type: DotNetType, args: readonly unknown[], { isNewObject = false } = {}): unknown {
  if (args.length === 0 && type.defaultValue) return type.defaultValue();
  if (type.element) return constructArray(type, args);
  if (type.name.startsWith('System.Nullable`1') && args.length === 1) return convertTo(args[0], type);
  if (!type.constructors || type.isAbstract) throw methodNotFound(type.name, 'new');
  const shown = isNewObject ? displayTypeName(type.name).split('.').at(-1)! : 'new';
  return callOverload(type.constructors, { name: '.ctor', shown, isCounted: isNewObject, args, self: type });
}

/** `[int[]]::new(3)`, `[int[,]]::new(2, 2)`. */
function constructArray(type: DotNetType, args: readonly unknown[]): unknown {
  const { element, rank = 1 } = type;
  const lengths = args.map((arg) => toNumber(toNumeric(arg, 'Int32')));
  if (lengths.length !== rank) {
    throw scriptError('MethodCountCouldNotFindBest', ['new', String(args.length)]);
  }
  if (rank === 1) return newArray(element!, lengths[0]!);
  return new MultiArray(type.name, lengths, () => defaultOf(element!));
}

export interface OverloadCall {
  readonly name: string;
  /** The name that errors of the choice have, where it is another. */
  readonly shown?: string;
  /** Whether errors of conversions have this name too, and the places of arguments for their names. */
  readonly isCounted?: boolean;
  readonly args: readonly unknown[];
  readonly self: unknown;
}

/** Calls the form of a method that fits the arguments; what it throws is wrapped as the original wraps it. */
export function callOverload(
  overloads: readonly Overload[],
  { name, shown = name, isCounted = false, args, self }: OverloadCall,
): unknown {
  const given = args.map(operand);
  const chosen = chooseOverload(overloads, given, shown);
  return callForm(
    chosen.form,
    { name, self, args },
    convertArguments(chosen, given, { name: isCounted ? shown : name, isCounted }),
  );
}

/** Calls a form with arguments of its types. */
export function callForm(form: Overload, { name, self, args }: OverloadCall, converted: readonly unknown[]): unknown {
  try {
    const result = form.call(self, converted);
    return result === undefined ? nothing : result;
  } catch (thrown) {
    if (form.isScript || form.throwsAsIs) throw thrown;
    throw asInvocationError(asNetError(asDotnet(thrown, form, converted)), name, args.length);
  }
}

/** What JavaScript says of `$null` where a form wants a value, and of a number that it cannot do with, in .NET's words. */
function asDotnet(thrown: unknown, { names }: Overload, converted: readonly unknown[]): unknown {
  if (thrown instanceof RangeError) return engineLimit(thrown) ? thrown : outOfRange(thrown);
  const index = thrown instanceof TypeError ? converted.indexOf(null) : -1;
  if (index < 0) return thrown;
  return netError(
    'System.ArgumentNullException',
    `Value cannot be null. (Parameter '${names[index] ?? names.at(-1)}')`,
  );
}

const outOfRange = ({ message }: RangeError): ScriptError =>
  message === 'Division by zero'
    ? netError('System.DivideByZeroException', 'Attempted to divide by zero.')
    : netError('System.ArgumentOutOfRangeException', 'Specified argument was out of the range of valid values.');

/** What a method threw, as the language tells it. Source: ExceptionHandlingOps.ConvertToMethodInvocationException. */
export function asInvocationError({ record: { exception } }: ScriptError, name: string, count: number): ScriptError {
  const error = scriptError('MethodInvocation', [name, String(count), exception.message], {
    inner: exception,
  });
  error.record.id = exception.typeName.split('.').at(-1)!;
  return error;
}
