import type { TypeData } from '../types/type-data.ts';
import { runningTypeData } from '../values/running-session.ts';
import { membersOf } from '../values/ps-object.ts';
import { extendedMember } from './extended-member.ts';
import { typeNamesOf } from './type-names.ts';

export type DisplaySettings = Partial<
  Pick<TypeData, 'defaultDisplayProperty' | 'defaultDisplayPropertySet' | 'defaultKeyPropertySet'>
>;

type SettingName = keyof DisplaySettings;

/** Which properties an object shows by default: as its own PSStandardMembers say, else its types. */
export function displaySettings(value: unknown): DisplaySettings | undefined {
  return ownSettings(value) ?? typeSettings(value);
}

function ownSettings(value: unknown): DisplaySettings | undefined {
  const standard = membersOf(value)?.get('PSStandardMembers');
  if (standard?.kind !== 'members') return undefined;
  const names = (set: string): readonly string[] | undefined => {
    const member = standard.members.get(set);
    return member?.kind === 'set' ? member.names : undefined;
  };
  const single = standard.members.get('DefaultDisplayProperty');
  return {
    defaultDisplayPropertySet: names('DefaultDisplayPropertySet'),
    defaultKeyPropertySet: names('DefaultKeyPropertySet'),
    defaultDisplayProperty: single?.kind === 'note' ? String(single.value) : undefined,
  };
}

function typeSettings(value: unknown): DisplaySettings | undefined {
  const table = runningTypeData();
  if (table === undefined || table.isEmpty) return undefined;
  const known = typeNamesOf(value).flatMap((name) => table.get(name) ?? []);
  const first = <K extends SettingName>(key: K): TypeData[K] | undefined =>
    known.find((data) => data[key] !== undefined)?.[key];
  return {
    defaultDisplayPropertySet: first('defaultDisplayPropertySet'),
    defaultKeyPropertySet: first('defaultKeyPropertySet'),
    defaultDisplayProperty: first('defaultDisplayProperty'),
  };
}

/** The properties of a property set of this name. */
export function propertySet(value: unknown, name: string): readonly string[] | undefined {
  const member = extendedMember(value, name);
  return member?.kind === 'set' ? member.names : undefined;
}
