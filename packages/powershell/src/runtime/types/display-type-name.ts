import { typeAccelerators } from '../../syntax/type-accelerators.ts';
import { splitArguments } from './split-arguments.ts';

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
export function shortTypeName(name: string): string {
  const known = shortNames.get(name);
  if (known !== undefined) return known;
  const array = /^(.+)(\[,*\])$/.exec(name);
  if (array) return shortTypeName(array[1]!) + array[2]!;
  const generic = /^([^`[]+)`\d+(\+\w+)?\[(.+)\]$/.exec(displayTypeName(name));
  if (!generic) return displayTypeName(name);
  return `${generic[1]!}${generic[2] ?? ''}[${splitArguments(generic[3]!).map(shortTypeName).join(',')}]`;
}
