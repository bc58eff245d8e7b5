import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

interface Manifest {
  name: string;
  version: string;
  files: readonly string[];
  dependencies?: Record<string, string>;
  publishConfig: { bin?: Record<string, string> } & Record<string, unknown>;
}

const manifestOf = async (name: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(root, 'packages', name, 'package.json'), 'utf8')) as Manifest;

/**
 * Builds a package and installs what its tarball holds, alone, into the node_modules of `folder`: the manifest as pnpm
 * packs it, `dist`, and nothing of ours beside it. Its libraries are linked from where they are installed.
 */
export async function installAlone(name: string, folder: string): Promise<Manifest> {
  const home = join(root, 'packages', name);
  const manifest = await manifestOf(name);
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

/** What the command is: itself, and the packages of ours that it depends on. */
const commandPackages = ['shell', 'cloud', 'core', 'migration', 'outlook-anywhere', 'powershell', 'wire'];

export interface InstalledCommand {
  /** The command that npm put into `node_modules/.bin`. */
  readonly command: string;
  /** The tarball of `@cutover/shell`. */
  readonly tarball: string;
}

/**
 * Packs the command and what it needs of ours, and has npm install the tarballs into an empty folder, without the network:
 * libraries are linked from where they are installed.
 */
export async function installCommand(folder: string): Promise<InstalledCommand> {
  const build = join(folder, 'build');
  const packages = await Promise.all(commandPackages.map((name) => layOut(name, join(build, name))));
  const { stdout } = await run(
    'npm',
    ['pack', '--silent', '--ignore-scripts', ...commandPackages.map((name) => `./${name}`)],
    { cwd: build },
  );
  const tarballs = stdout.trim().split('\n');
  const libraries = new Set(packages.flat());
  const target = join(folder, 'installed');
  await mkdir(target);
  const flags = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--cache', join(folder, 'npm-cache')];
  await run('npm', ['install', ...flags, ...tarballs.map((file) => join(build, file)), ...libraries], { cwd: target });
  return { command: join(target, 'node_modules/.bin/cutover'), tarball: join(build, tarballs[0]!) };
}

/** Lays out a package as it is packed, with a build of its own; gives where the libraries lie that it depends on. */
async function layOut(name: string, target: string): Promise<string[]> {
  const home = join(root, 'packages', name);
  const { publishConfig, ...manifest } = await manifestOf(name);
  await mkdir(target, { recursive: true });
  const [libraries, dependencies]: [string[], Record<string, string>] = [[], {}];
  for (const [library, version] of Object.entries(manifest.dependencies ?? {})) {
    const isOurs = version.startsWith('workspace:');
    dependencies[library] = isOurs ? manifest.version : version;
    if (!isOurs) libraries.push(await realpath(join(home, 'node_modules', library)));
  }
  await writeFile(join(target, 'package.json'), JSON.stringify({ ...manifest, ...publishConfig, dependencies }));
  for (const part of manifest.files) {
    if (part !== 'dist') await cp(join(home, part), join(target, part), { recursive: true });
  }
  await buildInto(join(target, 'dist'), name, home);
  return libraries;
}

/** The parts of a package's own `build`; types only of the one that is looked at. */
async function buildInto(dist: string, name: string, home: string): Promise<void> {
  const isShell = name === 'shell';
  await run(join(root, 'node_modules/.bin/tsdown'), [...(isShell ? [] : ['--no-dts']), '--out-dir', dist], {
    cwd: home,
  });
  if (isShell) await run(process.execPath, [join(home, 'tools/bundle.ts'), dist], { cwd: home });
}
