import { knownTypes } from '../values/running-session.ts';
import { typeOf } from '../types/type-of.ts';
import type { DotNetType, Overload, Property } from '../types/define-type.ts';
import { type ForeignTraits, foreignTraits } from '../values/foreign-value.ts';
import { CustomObject } from '../values/ps-object.ts';
import { MemberInfo } from '../values/member-info.ts';
import { extendedMembers } from './extended-member.ts';

const isProperty = ({ member: { kind } }: MemberInfo): boolean =>
  ['note', 'script', 'alias', 'property'].includes(kind);
const isMethod = ({ member: { kind } }: MemberInfo): boolean => kind === 'method' || kind === 'typeMethod';

/** `psobject.Members`: what a script added, then what the type has. */
export function allMembers(value: unknown): MemberInfo[] {
  return [...ownMembers(value), ...typeMembers(value)];
}

export const propertiesOf = (value: unknown): MemberInfo[] => [
  ...ownMembers(value).filter(isProperty),
  ...typeProperties(value),
];

export const methodsOf = (value: unknown): MemberInfo[] => allMembers(value).filter(isMethod);

const ownMembers = (value: unknown): MemberInfo[] =>
  Array.from(extendedMembers(value), (member) => new MemberInfo(member, value));

const typeMembers = (value: unknown): MemberInfo[] => [...typeProperties(value), ...typeMethods(value)];

export function typeProperties(value: unknown): MemberInfo[] {
  if (value instanceof CustomObject) return [];
  const traits = typeof value === 'object' && value !== null ? foreignTraits(value) : undefined;
  if (traits?.memberNames) return adaptedProperties(value, traits);
  const found = membersInOrder<Property>(typeOf(value), ({ properties }) => properties);
  return found.map(([name, property]) => new MemberInfo({ kind: 'property', name, property }, value));
}

/** What stands for the properties of a type, as the elements of an XML document do. */
function adaptedProperties(value: unknown, { memberNames, member, setMember }: ForeignTraits<unknown>): MemberInfo[] {
  return memberNames!(value).map((name) => {
    const get = (): unknown => member?.(value, name) ?? null;
    const property: Property = setMember ? { get, set: (_self, given) => void setMember(value, name, given) } : { get };
    return new MemberInfo({ kind: 'property', name, property }, value);
  });
}

export function typeMethods(value: unknown): MemberInfo[] {
  const found = membersInOrder<readonly Overload[]>(typeOf(value), ({ methods }) => methods);
  return found.map(([name, overloads]) => new MemberInfo({ kind: 'typeMethod', name, overloads }, value));
}

/** A type's own members before those of its bases, each name once. */
export function membersInOrder<T>(
  from: DotNetType,
  members: (type: DotNetType) => Readonly<Record<string, T>> | undefined,
): (readonly [name: string, member: T])[] {
  const found = new Map<string, readonly [name: string, member: T]>();
  for (let type: DotNetType | undefined = from; type; type = knownTypes().baseOf(type)) {
    for (const [name, member] of Object.entries(members(type) ?? {})) {
      if (isHidden(member)) continue;
      if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), [name, member]);
    }
  }
  return [...found.values()];
}

/** The names of a type's properties, hidden ones too, those of the type itself before those of its bases. */
export function propertyNames(from: DotNetType): string[] {
  const names = new Map<string, string>();
  for (let type: DotNetType | undefined = from; type; type = knownTypes().baseOf(type)) {
    for (const name of Object.keys(type.properties ?? {}))
      names.set(name.toLowerCase(), names.get(name.toLowerCase()) ?? name);
  }
  return [...names.values()];
}

const isHidden = (member: unknown): boolean =>
  Array.isArray(member) ? member.every(isHidden) : (member as { isHidden?: boolean }).isHidden === true;
