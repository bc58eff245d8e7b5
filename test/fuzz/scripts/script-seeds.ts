import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const golden = join(import.meta.dirname, '../../golden');

function scriptsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { script: string }[])
    .map(({ script }) => script);
}

/** The scripts of the goldens: to run, and for the parser those that are wrong as well. */
export const scriptSeeds = {
  run: (): string[] => scriptsIn(join(golden, 'run')),
  parse: (): string[] => [...scriptsIn(join(golden, 'parse')), ...scriptsIn(join(golden, 'run'))],
};
