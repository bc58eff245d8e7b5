import { knownTypes } from '../values/running-session.ts';
import type { DotNetType } from '../types/define-type.ts';
import { typeOf } from '../types/type-of.ts';
import { CustomObject } from '../values/ps-object.ts';
import { List } from '../values/list.ts';

/** Type names that a script gave objects of other kinds. */
const given = new WeakMap<object, List>();
const listType = 'System.Collections.ObjectModel.Collection`1[System.String]';

/** The names by which views and type data know a value, the most special first. Source: PSObject.TypeNames. */
export function typeNamesOf(value: unknown): readonly string[] {
  if (value instanceof CustomObject) return value.typeNames;
  const own = typeof value === 'object' && value !== null ? given.get(value) : undefined;
  return own ? (own.items as string[]) : builtInNames(value);
}

function builtInNames(value: unknown): string[] {
  const names: string[] = [];
  for (let type: DotNetType | undefined = typeOf(value); type; type = knownTypes().baseOf(type)) names.push(type.name);
  return names;
}

/** The same names as a list that scripts change. */
export function typeNameList(value: unknown): List {
  if (value instanceof CustomObject) {
    const own = [...value.typeNames];
    value.typeNames = own;
    return new List(listType, own);
  }
  if (typeof value !== 'object' || value === null) return new List(listType, builtInNames(value));
  const known = given.get(value);
  if (known) return known;
  const made = new List(listType, builtInNames(value));
  given.set(value, made);
  return made;
}
