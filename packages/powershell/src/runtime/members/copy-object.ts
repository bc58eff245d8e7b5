import { CustomObject, extend, membersOf } from '../values/ps-object.ts';

/** A custom object with members of its own that hold the same values; other objects are what they were. Source: PSObject.Copy. */
export function copyObject(value: unknown): unknown {
  if (!(value instanceof CustomObject)) return value;
  const copy = new CustomObject(value.typeNames);
  for (const member of membersOf(value) ?? []) extend(copy).set({ ...member });
  return copy;
}
