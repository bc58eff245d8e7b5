import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  publishConfig: { bin?: Record<string, string> } & Record<string, unknown>;
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
  await mkdir(join(folder, 'node_modules/.bin'), { recursive: true });
  for (const [command, path] of Object.entries(manifest.publishConfig.bin ?? {})) {
    await symlink(join(target, path), join(folder, 'node_modules/.bin', command));
  }
  return manifest;
}

/** The tarball of a package that `installAlone` has installed: what npm would publish. */
export async function packAlone(home: string, folder: string): Promise<string> {
  const { stdout } = await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: home,
  });
  return join(folder, stdout.trim().split('\n').at(-1)!);
}
