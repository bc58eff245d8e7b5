import { DotnetError } from '../../dotnet/index.ts';
import { asNetError } from '../errors/from-dotnet.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { scriptError, type ScriptError } from '../errors/script-error.ts';
import { typeOf } from '../types/type-of.ts';
import { Dictionary } from '../values/dictionary.ts';
import { EnumValue } from '../values/enum-value.ts';
import { listOf } from '../values/enumerate.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { CustomObject, type ExtendedMember } from '../values/ps-object.ts';
import { MemberInfo } from '../values/member-info.ts';
import { knownTypes, runningSession } from '../values/running-session.ts';
import { foreignTraits } from '../values/foreign-value.ts';
import { convertTo } from '../conversions/convert.ts';
import type { DotNetType, Overload, Property } from '../types/define-type.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import { TypeValue } from '../values/type-value.ts';
import { unboxed } from '../values/boxed.ts';
import { extendedMember } from './extended-member.ts';
import { membersOfType } from './find-member.ts';
import { intrinsicMember, isIntrinsicName } from './intrinsic-members.ts';

/** Runs the script of a script property, with `$this`. */
export type RunScriptMember = (
  member: ExtendedMember & { kind: 'script' | 'method' },
  self: unknown,
  args: readonly unknown[],
) => unknown;

/** `value.name`; of a list without such a member the members of its elements. Undefined where there is none. */
export function getMember(given: unknown, name: string, run: RunScriptMember): unknown {
  const value = valueOrNull(given);
  if (value === null) return /^(count|length)$/i.test(name) ? 0 : undefined;
  const own = ownMember(value, name, run);
  if (own !== undefined) return own;
  const items = listOf(value);
  if (items) return membersOfElements(items, name, run);
  return /^(count|length)$/i.test(name) ? 1 : undefined;
}

function ownMember(given: unknown, name: string, run: RunScriptMember): unknown {
  const extended = extendedMember(given, name);
  if (extended) return extendedValue(extended, given, run);
  if (isIntrinsicName(name)) return intrinsicMember(given, name);
  const value = unboxed(given);
  if (value instanceof Dictionary && value.has(name)) return valueOrNull(value.get(name));
  if (value instanceof Dictionary && value.has(Number(name))) return valueOrNull(value.get(Number(name)));
  const adapted = typeof value === 'object' && value !== null ? foreignTraits(value)?.member?.(value, name) : undefined;
  if (adapted !== undefined) return adapted;
  const { properties, methods } = membersOfType(typeOf(value));
  const property = properties.get(name.toLowerCase());
  if (property) return propertyValue(property, value);
  const overloads = methods.get(name.toLowerCase());
  return overloads && !listOf(value) ? methodValue(value, name, overloads) : undefined;
}

/** What a getter of .NET throws makes its property empty. Source: PSGetMemberBinder. */
function propertyValue(property: Property, value: unknown): unknown {
  try {
    return property.get(value);
  } catch (error) {
    if (error instanceof DotnetError) return null;
    throw error;
  }
}

/** `'abc'.Substring`: a method as a value, under the name that its type has for it. */
function methodValue(value: unknown, name: string, overloads: readonly Overload[]): MemberInfo {
  const lower = name.toLowerCase();
  for (let type: DotNetType | undefined = typeOf(value); type; type = knownTypes().baseOf(type)) {
    const known = Object.keys(type.methods ?? {}).find((each) => each.toLowerCase() === lower);
    if (known !== undefined) return new MemberInfo({ kind: 'typeMethod', name: known, overloads }, value);
  }
  return new MemberInfo({ kind: 'typeMethod', name, overloads }, value);
}

function extendedValue(member: ExtendedMember, self: unknown, run: RunScriptMember): unknown {
  if (member.kind === 'note') return member.value ?? null;
  if (member.kind === 'alias') return getMember(self, member.target, run) ?? null;
  if (member.kind === 'script') return scriptValue(member, self, run);
  return member.kind === 'set' || member.kind === 'members' ? new MemberInfo(member, self) : undefined;
}

/** What a getter throws makes its property empty. Source: PSGetMemberBinder. */
function scriptValue(member: ExtendedMember & { kind: 'script' }, self: unknown, run: RunScriptMember): unknown {
  try {
    return run(member, self, []);
  } catch (error) {
    if (isScriptError(error)) return null;
    throw error;
  }
}

/** Member enumeration: what the elements have, lists opened; undefined when none has it. */
function membersOfElements(items: readonly unknown[], name: string, run: RunScriptMember): unknown {
  const found: unknown[] = [];
  let any = false;
  for (const item of items) {
    const member = item === null ? undefined : getMember(item, name, run);
    if (member === undefined && !(item instanceof CustomObject)) continue;
    any = true;
    if (member === undefined) found.push(null);
    if (member === undefined) continue;
    found.push(...(listOf(member) ?? [member]));
  }
  if (!any) return undefined;
  return found.length === 1 ? found[0] : found;
}

/** Whether a value has a property of this name. */
export function hasMember(value: unknown, name: string): boolean {
  const extended = extendedMember(value, name);
  if (extended) return extended.kind !== 'method';
  if (value instanceof Dictionary && value.has(name)) return true;
  if (typeof value === 'object' && value !== null && foreignTraits(value)?.member?.(value, name) !== undefined)
    return true;
  return membersOfType(typeOf(value)).properties.has(name.toLowerCase());
}

/** `[type]::Name`. */
export function getStatic(target: unknown, name: string): unknown {
  if (valueOrNull(target) === null) return undefined;
  const type = target instanceof TypeValue ? target.type : typeOf(target);
  const names = type.enumeration;
  const key = names && Object.keys(names).find((each) => each.toLowerCase() === name.toLowerCase());
  if (key !== undefined) return new EnumValue(type, names![key]!);
  const { statics, staticMethods } = membersOfType(type);
  const property = statics.get(name.toLowerCase());
  if (property) return property.get(null);
  const overloads = name.toLowerCase() === 'new' ? type.constructors : staticMethods.get(name.toLowerCase());
  return overloads && staticMethodValue(new TypeValue(type), name, overloads);
}

/** `[math]::Max`: a method of a type as a value. */
function staticMethodValue(owner: TypeValue, name: string, overloads: readonly Overload[]): MemberInfo {
  const lower = name.toLowerCase();
  const known = Object.keys(owner.type.staticMethods ?? {}).find((each) => each.toLowerCase() === lower);
  return new MemberInfo({ kind: 'typeMethod', name: known ?? lower, overloads, isStatic: true }, owner);
}

/** `[type]::Name = x`. */
export function setStatic(target: unknown, name: string, value: unknown): void {
  const type = target instanceof TypeValue ? target.type : typeOf(target);
  const property = membersOfType(type).statics.get(name.toLowerCase());
  if (!property) throw scriptError('PropertyNotFoundOnType', [name]);
  if (!property.set) throw scriptError('PropertyAssignmentException', [name]);
  runPropertySetter(property as SettableProperty, name, null, value === nothing ? null : value);
}

/** `value.name = x`. */
export function setMember(given: unknown, name: string, value: unknown): void {
  const target = valueOrNull(given);
  if (target === null) throw scriptError('PropertyNotFound', [name]);
  const stored = value === nothing ? null : value;
  const extended = extendedMember(target, name);
  if (extended) setExtended(extended, target, stored);
  else if (target instanceof Dictionary) target.set(name, stored);
  else setProperty(unboxed(target), name, stored);
}

function setExtended(member: ExtendedMember, self: unknown, value: unknown): void {
  if (member.kind === 'note') member.value = value;
  else if (member.kind === 'alias') setMember(self, member.target, value);
  else if (member.kind === 'script' && member.setter) runSetter(member.setter, self, value);
  else if (member.kind === 'script') throw scriptError('SetWithoutSetterException', [member.name]);
  else throw scriptError('PropertyAssignmentException', [member.name]);
}

/** A custom object says it of its own property, an object of another kind that it has none. */
function notThere(name: string): ScriptError {
  const { message } = scriptError('PropertyNotFound', [name]);
  return scriptError('ExceptionWhenSetting', [name, message]);
}

function runSetter(setter: ScriptBlock, self: unknown, value: unknown): void {
  runningSession().callBlock(setter, { args: [value], variables: { this: self } });
}

type SettableProperty = Property & Required<Pick<Property, 'set'>>;

/** What a property of .NET throws is said as of setting it, what a script's class throws is as it is. */
function runPropertySetter(property: SettableProperty, name: string, target: unknown, value: unknown): void {
  try {
    property.set(target, typed(value, property));
  } catch (thrown) {
    const error = thrown instanceof DotnetError ? asNetError(thrown) : thrown;
    if (!isScriptError(error) || error.record.id === 'ExceptionWhenSetting') throw error;
    const { exception } = error.record;
    throw scriptError('ExceptionWhenSetting', [name, exception.message], { inner: exception });
  }
}

/** A value as the property's type takes it. */
function typed(value: unknown, { type }: Property): unknown {
  const target = type === undefined ? undefined : knownTypes().find(type);
  return target ? convertTo(value, target) : value;
}

function setProperty(target: unknown, name: string, value: unknown): void {
  const property =
    target instanceof CustomObject ? undefined : membersOfType(typeOf(target)).properties.get(name.toLowerCase());
  const traits = typeof target === 'object' && target !== null ? foreignTraits(target) : undefined;
  if (traits?.setMember?.(target, name, value)) return;
  if (property?.set) return runPropertySetter(property as SettableProperty, name, target, value);
  if (property) throw scriptError('PropertyAssignmentException', [name]);
  if (target instanceof CustomObject || traits?.setMember) throw notThere(name);
  throw scriptError('PropertyNotFound', [name]);
}
