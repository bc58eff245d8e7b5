import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { contoso } from './contoso/contoso.ts';
import { seedErrors } from '../errors.ts';
import type { Seed } from './seed.ts';
import { workload } from './workload.ts';

const builtIn: Readonly<Record<string, () => Seed>> = { contoso: () => contoso(), workload: () => workload() };

/** A seed by its name (contoso, workload), or from a JSON file. */
export async function loadSeed(nameOrPath: string): Promise<Seed> {
  const known = Object.hasOwn(builtIn, nameOrPath) ? builtIn[nameOrPath] : undefined;
  if (known !== undefined) return known();
  const source = await read(nameOrPath);
  // The schema and the importers take their time to load, and a server with a seed of ours needs none of them.
  const [{ parseSeedFile }, { compileSeed }] = await Promise.all([
    import('./parse-seed-file.ts'),
    import('./compile-seed.ts'),
  ]);
  return compileSeed(parseSeedFile(source, nameOrPath), { folder: dirname(resolve(nameOrPath)) });
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (extname(path) === '')
      throw seedErrors.unknownSeed({ name: path, known: Object.keys(builtIn) }, { cause: error });
    const reason = error instanceof Error ? error.message : String(error);
    throw seedErrors.fileUnreadable({ path, reason }, { cause: error });
  }
}
