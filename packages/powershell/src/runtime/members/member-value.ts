import { scriptError } from '../errors/script-error.ts';
import { typeNameOf } from '../types/type-of.ts';
import type { MemberInfo } from '../values/member-info.ts';
import { unboxed } from '../values/boxed.ts';
import { runScript } from './run-script.ts';
import { getMember, setMember } from './get-member.ts';

/** The value of a member: of a property what it holds, of anything else the member itself. */
export function memberValue(info: MemberInfo): unknown {
  const { member, owner } = info;
  if (member.kind === 'note') return member.value;
  if (member.kind === 'property') return member.property.get(unboxed(owner)) ?? null;
  if (member.kind !== 'alias' && member.kind !== 'script') return info;
  return owner === null ? null : (getMember(owner, member.name, runScript) ?? null);
}

export function setMemberValue({ member, memberType, owner }: MemberInfo, value: unknown): void {
  if (member.kind === 'note') member.value = value;
  else if (owner === null) throw scriptError('PropertyAssignmentException', [memberType]);
  else setMember(owner, member.name, value);
}

/** The name of the type of what a property holds. */
export function memberValueType(info: MemberInfo): string {
  const { member } = info;
  if (member.kind === 'property' && member.property.type !== undefined) return member.property.type;
  if (member.kind === 'script' || member.kind === 'method') return 'System.Object';
  const value = memberValue(info);
  return value === null || value === undefined ? 'System.Object' : typeNameOf(value);
}

export function isSettable({ member }: MemberInfo): boolean {
  if (member.kind === 'note' || member.kind === 'alias') return true;
  if (member.kind === 'script') return member.setter !== undefined;
  return member.kind === 'property' && member.property.set !== undefined;
}
