import { type Property, readOnly } from './define-type.ts';

/** Properties that an object has from one inside it, by their names: `Year` is its `year`. */
export const innerProperties = <T>(
  names: string,
  inside: (self: T) => object,
  type?: string,
): Record<string, Property> =>
  Object.fromEntries(names.split(' ').map((name) => [name, readOnly(memberOf(name, inside), type)]));

function memberOf<T>(name: string, inside: (self: T) => object): (self: T) => unknown {
  const key = name.charAt(0).toLowerCase() + name.slice(1);
  return (self) => (inside(self) as Record<string, unknown>)[key];
}
