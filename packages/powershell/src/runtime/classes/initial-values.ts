import { convertTo } from '../conversions/convert.ts';
import { EnumValue } from '../values/enum-value.ts';
import type { DotNetType } from '../types/define-type.ts';
import { locatedAt } from '../errors/located-at.ts';
import { numericTypeNamed } from '../conversions/numeric-type-name.ts';
import { classState } from '../values/class-instance.ts';
import { type ClassHome, runBody } from './call-method.ts';
import type { PropertyCode } from './class-code.ts';
import { propertyType } from './class-properties.ts';
import { staticsOf } from './class-statics.ts';

export interface InitialOwner {
  readonly home: ClassHome;
  readonly self?: object;
  readonly type?: DotNetType;
}

/** Gives a property the value that it begins with; its checks are not asked. */
export function initialValue(property: PropertyCode, { home, self, type }: InitialOwner): void {
  const declared = propertyType(property, home);
  const fields = self ? classState(self)!.fields : staticsOf(type!);
  const key = property.name.toLowerCase();
  fields.set(key, emptyOf(declared));
  if (!property.initial) return;
  const value = runBody(home, { name: property.name, body: property.initial, parameters: [], args: [], self });
  fields.set(key, declared ? locatedAt(property.initial, property.place, () => convertTo(value, declared)) : value);
}

/** What a field of a type holds before anything was assigned. */
function emptyOf(type: DotNetType | undefined): unknown {
  if (!type) return null;
  if (type.enumeration) return new EnumValue(type, 0);
  if (type.name === 'System.Boolean') return false;
  if (numericTypeNamed(type.name)) return convertTo(0, type);
  if (type.defaultValue) return type.defaultValue();
  return type.valueType ? valueTypeDefault(type) : null;
}

function valueTypeDefault(type: DotNetType): unknown {
  const plain = type.constructors?.find(({ parameters }) => parameters.length === 0);
  return plain ? plain.call(type, []) : null;
}
