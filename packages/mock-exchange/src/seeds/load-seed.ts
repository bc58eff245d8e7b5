import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { similarNames } from '@cutover/base';
import { seedErrors } from '../errors.ts';
import { reasonOf } from '../reason-of.ts';
import { builtInSeed, builtInSeeds } from './built-in-seeds.ts';
import type { Seed } from './seed.ts';

/** A seed by its name (contoso, `company:mailboxes=1000`, workload), from a JSON file, or of what a server has exported. */
export async function loadSeed(nameOrPath: string): Promise<Seed> {
  const known = builtInSeed(nameOrPath);
  if (known !== undefined) return known;
  const source = await read(nameOrPath);
  // The schema and the importers take their time to load, and a server with a seed of ours needs none of them.
  const { parseJson } = await import('../validate.ts');
  const json = parseJson(source, nameOrPath);
  const isExport = typeof json === 'object' && json !== null && 'export' in json;
  return isExport ? await seedOfExportFile(json, nameOrPath) : await seedOfFile(json, nameOrPath);
}

async function seedOfFile(json: unknown, path: string): Promise<Seed> {
  const [{ validate }, { seedSchema }, { compileSeed }] = await Promise.all([
    import('../validate.ts'),
    import('./seed-schema.ts'),
    import('./compile-seed.ts'),
  ]);
  return compileSeed(validate(seedSchema, json, path), { folder: dirname(resolve(path)) });
}

async function seedOfExportFile(json: unknown, path: string): Promise<Seed> {
  const [{ validate }, { exportSchema }, { seedOfExport }] = await Promise.all([
    import('../validate.ts'),
    import('../export/export-schema.ts'),
    import('../export/seed-of-export.ts'),
  ]);
  return seedOfExport(validate(exportSchema, json, path));
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (extname(path) === '') {
      const similar = similarNames(path, builtInSeeds);
      throw seedErrors.unknownSeed({ name: path, known: builtInSeeds, similar }, { cause: error });
    }
    throw seedErrors.fileUnreadable({ path, reason: reasonOf(error) }, { cause: error });
  }
}
