import { typeAccelerators } from '../../syntax/type-accelerators.ts';

/** A type's name as text: generic arguments without their assemblies. */
export const displayTypeName = (name: string): string =>
  name.replaceAll(/\[([^[\],]+)(?:, [^[\]]+)?\](?=[\],])/g, '$1');

/** Short names that are never shown, as the type has another. */
const unshown = new Set('boolean int16 int32 int64 uint16 uint32 uint64 single pscustomobject'.split(' '));

const shortNames = new Map(
  Object.entries(typeAccelerators)
    .filter(([short]) => !unshown.has(short))
    .map(([short, name]) => [name, short]),
);

/** A type as strings of the language have it: `int`, not System.Int32. */
export const shortTypeName = (name: string): string => shortNames.get(name) ?? displayTypeName(name);
