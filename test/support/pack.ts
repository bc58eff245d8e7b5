import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  publishConfig: Record<string, unknown>;
}

/**
 * Builds a package and installs what its tarball holds, alone, into the node_modules of `folder`: the manifest as pnpm
 * packs it, `dist`, and nothing of ours beside it. Its libraries are linked from where they are installed.
 */
export async function installAlone(name: string, folder: string): Promise<Manifest> {
  const home = join(root, 'packages', name);
  const manifest = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as Manifest;
  const target = join(folder, 'node_modules', manifest.name);
  await mkdir(target, { recursive: true });
  await run(join(root, 'node_modules/.bin/tsdown'), ['--out-dir', join(folder, 'dist')], { cwd: home });
  await cp(join(folder, 'dist'), join(target, 'dist'), { recursive: true });
  await writeFile(join(target, 'package.json'), JSON.stringify({ ...manifest, ...manifest.publishConfig }));
  for (const library of Object.keys(manifest.dependencies ?? {})) {
    const link = join(folder, 'node_modules', library);
    await mkdir(dirname(link), { recursive: true });
    await symlink(await realpath(join(home, 'node_modules', library)), link, 'dir');
  }
  return manifest;
}
