import { runningTypeData } from '../values/running-session.ts';
import { type ExtendedMember, membersOf } from '../values/ps-object.ts';
import { typeNamesOf } from './type-names.ts';

/** A member that a script gave the object itself, or one of its types. */
export function extendedMember(value: unknown, name: string): ExtendedMember | undefined {
  return membersOf(value)?.get(name) ?? typeDataMember(value, name);
}

function typeDataMember(value: unknown, name: string): ExtendedMember | undefined {
  const table = runningTypeData();
  return table === undefined || table.isEmpty ? undefined : table.member(typeNamesOf(value), name);
}

/** All of them, those of the object itself before those of its types. */
export function* extendedMembers(value: unknown): Generator<ExtendedMember> {
  const own = membersOf(value);
  if (own) yield* own;
  const table = runningTypeData();
  if (table === undefined || table.isEmpty) return;
  const seen = new Set<string>();
  for (const typeName of typeNamesOf(value)) {
    for (const member of table.get(typeName)?.members ?? []) {
      const key = member.name.toLowerCase();
      if (own?.get(key) || seen.has(key)) continue;
      seen.add(key);
      yield member;
    }
  }
}
