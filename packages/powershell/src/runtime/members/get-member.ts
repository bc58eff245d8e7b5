import { scriptError } from '../errors/script-error.ts';
import { typeOf } from '../types/type-of.ts';
import { Dictionary } from '../values/dictionary.ts';
import { EnumValue } from '../values/enum-value.ts';
import { listOf } from '../values/enumerate.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { CustomObject, type ExtendedMember, membersOf } from '../values/ps-object.ts';
import { TypeValue } from '../values/type-value.ts';
import { membersOfType } from './find-member.ts';

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

function ownMember(value: unknown, name: string, run: RunScriptMember): unknown {
  const extended = membersOf(value)?.get(name);
  if (extended) return extendedValue(extended, value, run);
  if (value instanceof Dictionary && value.has(name)) return valueOrNull(value.get(name));
  if (value instanceof Dictionary && value.has(Number(name))) return valueOrNull(value.get(Number(name)));
  const property = membersOfType(typeOf(value)).properties.get(name.toLowerCase());
  return property && property.get(value);
}

function extendedValue(member: ExtendedMember, self: unknown, run: RunScriptMember): unknown {
  if (member.kind === 'note') return member.value ?? null;
  if (member.kind === 'alias') return getMember(self, member.target, run);
  return member.kind === 'script' ? run({ ...member }, self, []) : undefined;
}

/** Member enumeration: what the elements have, lists opened; undefined when none has it. */
function membersOfElements(items: readonly unknown[], name: string, run: RunScriptMember): unknown {
  const found: unknown[] = [];
  let any = false;
  for (const item of items) {
    const member = isAbsent(item, name) ? undefined : getMember(item, name, run);
    if (member === undefined) continue;
    any = true;
    found.push(...(listOf(member) ?? [member]));
  }
  if (!any) return undefined;
  return found.length === 1 ? found[0] : found;
}

/** Elements that are no list do not get the Count and Length that a single value has. */
const isAbsent = (item: unknown, name: string): boolean =>
  item === null || (/^(count|length)$/i.test(name) && !hasMember(item, name));

/** Whether a value has a property of this name. */
export function hasMember(value: unknown, name: string): boolean {
  if (membersOf(value)?.get(name) !== undefined) return true;
  if (value instanceof Dictionary && value.has(name)) return true;
  return membersOfType(typeOf(value)).properties.has(name.toLowerCase());
}

/** `[type]::Name`. */
export function getStatic(target: unknown, name: string): unknown {
  if (!(target instanceof TypeValue)) return undefined;
  const { type } = target;
  const names = type.enumeration;
  const key = names && Object.keys(names).find((each) => each.toLowerCase() === name.toLowerCase());
  if (key !== undefined) return new EnumValue(type, names![key]!);
  return membersOfType(type).statics.get(name.toLowerCase())?.get(null);
}

/** `value.name = x`. */
export function setMember(given: unknown, name: string, value: unknown): void {
  const target = valueOrNull(given);
  if (target === null) throw scriptError('PropertyNotFound', [name]);
  const stored = value === nothing ? null : value;
  const extended = membersOf(target)?.get(name);
  if (extended?.kind === 'note') extended.value = stored;
  else if (target instanceof Dictionary) target.set(name, stored);
  else setProperty(target, name, stored);
}

function setProperty(target: unknown, name: string, value: unknown): void {
  const property =
    target instanceof CustomObject ? undefined : membersOfType(typeOf(target)).properties.get(name.toLowerCase());
  if (property?.set) return property.set(target, value);
  if (property) throw scriptError('PropertyAssignmentException', [name]);
  const items = listOf(target);
  if (!items || items.every((item) => item === null || !hasMember(item, name)))
    throw scriptError('PropertyNotFound', [name]);
  for (const item of items) setMember(item, name, value);
}
