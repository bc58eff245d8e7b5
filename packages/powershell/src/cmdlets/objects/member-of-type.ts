import { listOf } from '../../runtime/values/enumerate.ts';
import { MemberInfo } from '../../runtime/values/member-info.ts';
import { valueOrNull } from '../../runtime/values/nothing.ts';
import { type ExtendedMember, MemberTable } from '../../runtime/values/ps-object.ts';
import { ScriptBlock } from '../../runtime/values/script-block.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { terminating } from './object-errors.ts';

export interface MemberParts {
  readonly name: string;
  readonly value: unknown;
  readonly secondValue: unknown;
}

type Make = (parts: MemberParts) => ExtendedMember;

const makers: Readonly<Record<string, Make>> = {
  NoteProperty: ({ name, value }) => ({ kind: 'note', name, value: valueOrNull(value) }),
  AliasProperty: ({ name, value }) => ({ kind: 'alias', name, target: toText(required(value, 'AliasProperty')) }),
  ScriptProperty: scriptProperty,
  ScriptMethod: ({ name, value }) => ({ kind: 'method', name, script: blockOf(value, 'ScriptMethod') }),
  PropertySet: ({ name, value }) => ({ kind: 'set', name, names: textsOf(required(value, 'PropertySet')) }),
  MemberSet: ({ name, value }) => ({ kind: 'members', name, members: tableOf(value) }),
};

/** The member that `-MemberType`, `-Name`, `-Value` and `-SecondValue` describe. */
export function memberOfType(memberType: string, parts: MemberParts): ExtendedMember {
  const make = makers[memberType];
  if (!make) throw terminating('CannotAddMemberType', [memberType]);
  const takesTwo = memberType === 'ScriptProperty' || memberType === 'AliasProperty';
  if (!takesTwo && isGiven(parts.secondValue)) throw terminating('Value2ShouldNotBeSpecified', [memberType]);
  return make(parts);
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

function required(value: unknown, memberType: string): unknown {
  if (!isGiven(value)) throw terminating('Value1ShouldNotBeNull', [memberType]);
  return value;
}

function blockOf(value: unknown, memberType: string): ScriptBlock {
  if (value instanceof ScriptBlock) return value;
  throw terminating('Value1ShouldNotBeNull', [memberType]);
}

function scriptProperty({ name, value, secondValue }: MemberParts): ExtendedMember {
  const getter = blockOf(value, 'ScriptProperty');
  return secondValue instanceof ScriptBlock
    ? { kind: 'script', name, getter, setter: secondValue }
    : { kind: 'script', name, getter };
}

const textsOf = (value: unknown): string[] => (listOf(value) ?? [value]).map((each) => toText(each));

function tableOf(value: unknown): MemberTable {
  const table = new MemberTable();
  for (const info of listOf(value) ?? (isGiven(value) ? [value] : [])) {
    const member = info instanceof MemberInfo ? info.member : undefined;
    if (member && member.kind !== 'property' && member.kind !== 'typeMethod') table.set(member);
  }
  return table;
}
