import { mockErrors } from '../errors.ts';
import { contoso } from '../seeds/contoso/contoso.ts';
import type { Seed } from '../seeds/seed.ts';

const builtIn: Readonly<Record<string, () => Seed>> = { contoso };

/** The seed of this name. */
export function namedSeed(name: string): Seed {
  const make = Object.hasOwn(builtIn, name) ? builtIn[name] : undefined;
  if (make === undefined) throw mockErrors.unknownSeed({ name, known: Object.keys(builtIn).join(', ') });
  return make();
}
