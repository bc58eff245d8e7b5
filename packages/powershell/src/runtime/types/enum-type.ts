import { EnumValue } from '../values/enum-value.ts';
import { type DotNetType } from './define-type.ts';
import { coreTypes } from './type-registry.ts';

export interface EnumOptions {
  readonly flags?: boolean;
}

/** An enumeration: names in the order of their values from 0, or with their values. */
export const enumType = (
  name: string,
  names: string | Readonly<Record<string, number>>,
  { flags = false }: EnumOptions = {},
): DotNetType => ({
  name,
  base: 'System.Enum',
  valueType: true,
  flags,
  enumeration:
    typeof names === 'string' ? Object.fromEntries(names.split(' ').map((each, index) => [each, index])) : names,
});

/** A value of an enumeration by its name. */
export function enumValue(typeName: string, name: string): EnumValue {
  const type = coreTypes.find(typeName)!;
  return new EnumValue(type, type.enumeration?.[name] ?? 0);
}

/** Names of an enumeration that a value holds. */
export const enumNames = (value: EnumValue): readonly string[] => value.text().split(', ');
