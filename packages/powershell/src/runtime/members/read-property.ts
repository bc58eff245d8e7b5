import { typeOf } from '../types/type-of.ts';
import { foreignTraits } from '../values/foreign-value.ts';
import { valueOrNull } from '../values/nothing.ts';
import { unboxed } from '../values/boxed.ts';
import { membersOf } from '../values/ps-object.ts';
import { membersOfType } from './find-member.ts';
import { getMember, type RunScriptMember } from './get-member.ts';

/** A property of an object, not of its elements and not a key of a map; undefined when it has none of that name. */
export function readProperty(item: unknown, name: string, run: RunScriptMember): unknown {
  const extended = membersOf(item)?.get(name);
  if (extended) return extended.kind === 'method' ? undefined : (getMember(item, name, run) ?? null);
  if (typeof item === 'object' && item !== null) {
    const member = foreignTraits(item)?.member?.(item, name);
    if (member !== undefined) return member;
  }
  const property = membersOfType(typeOf(item)).properties.get(name.toLowerCase());
  return property && (valueOrNull(property.get(unboxed(item))) ?? null);
}
