import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Which of our packages each package may import; docs/decisions/001-packages.md says why. */
const arrows: Record<string, readonly string[]> = {
  base: [],
  wire: ['base'],
  content: ['base', 'wire'],
  imap: ['base'],
  'outlook-anywhere': ['base', 'wire'],
  'mock-exchange': ['base', 'wire', 'content', 'imap'],
  core: ['base'],
  migration: ['base', 'core'],
  cloud: ['base', 'core', 'migration', 'outlook-anywhere', 'wire', 'content', 'imap'],
  powershell: ['base'],
  shell: ['base', 'powershell', 'core', 'cloud'],
};

/** Which libraries each package may use at run time; docs/decisions/002-libraries.md says why each is there. */
const libraries: Record<string, readonly string[]> = {
  content: ['postal-mime', 'ical.js', 'nodemailer', 'windows-iana'],
  imap: ['nodemailer', 'postal-mime'],
  'mock-exchange': [
    '@peculiar/x509',
    'iconv-lite',
    'reflect-metadata',
    'csv-parse',
    'zod',
    'yargs-parser',
    'smtp-server',
    '@xmldom/xmldom',
    // What it takes in of content and imap needs these, where it is installed alone.
    'ical.js',
    'nodemailer',
    'postal-mime',
    'windows-iana',
    'vitest',
  ],
  core: ['zod', 'undici'],
  migration: ['csv-parse', 'csv-stringify'],
  cloud: ['nodemailer', 'hono', 'kysely'],
  'outlook-anywhere': ['@xmldom/xmldom'],
  powershell: ['@xmldom/xmldom', 'xpath', 'nodemailer', 'undici'],
  shell: ['@xmldom/xmldom', 'xpath', 'nodemailer', 'undici'],
};

const topLevel = [
  'packages',
  'examples',
  'docs',
  'test',
  'package.json',
  'pnpm-workspace.yaml',
  'tsconfig.base.json',
  'README.md',
];
const topLevelBesides = ['pnpm-lock.yaml', 'LICENSE', 'node_modules'];

const skipped = new Set(['node_modules', 'dist', 'generated']);

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.(ts|js|mts|mjs)$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const statements = text.matchAll(
    /(?:^\s*(?:import|export)\s[^'"`;]*?from\s*|^\s*import\s*|\bimport\(\s*)['"]([^'"]+)['"]/gm,
  );
  return [...statements].map((match) => match[1]!);
}

/** `@scope/name/deep` → `@scope/name`; `name/deep` → `name`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
const isOurs = (specifier: string): boolean => specifier.startsWith('@cutover/');
const isTestFile = (file: string): boolean =>
  /\.test(-d)?\.ts$/.test(file) || file.includes('/testing/') || file.includes('/tools/');

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  exports: Record<string, unknown>;
}

const packages = readdirSync(join(root, 'packages'));
const manifestOf = (name: string): Manifest =>
  JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as Manifest;

test('the top level is the design card', () => {
  const unexpected = readdirSync(root).filter(
    (name) => !name.startsWith('.') && !topLevel.includes(name) && !topLevelBesides.includes(name),
  );
  expect(unexpected).toEqual([]);
  expect(packages.toSorted()).toEqual(Object.keys(arrows).toSorted());
});

/** Where the machine's clock is given to what counts real time: the roots of processes, and connections to servers. */
const rootsOfTime = [
  'cloud/src/embedded-organisation.ts',
  'cloud/src/on-premises/on-premises-backend.ts',
  'cloud/src/service/connect-service.ts',
  'cloud/src/service/run-service.ts',
  'cloud/src/service/service-process.ts',
];

test('the service asks its own clock alone: the wall clock is read nowhere, and handed in only at the roots', () => {
  const files = ['cloud', 'migration']
    .flatMap((name) => sourcesIn(join(root, 'packages', name, 'src')))
    .filter((file) => !isTestFile(file))
    .map((file) => ({ file: file.slice(join(root, 'packages').length + 1), text: readFileSync(file, 'utf8') }));
  const having = (pattern: RegExp): string[] => files.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
  expect(having(/new Date\(\)|\bDate\.now\b|performance\.now|hrtime/)).toEqual([]);
  expect(having(/\bsystemClock\b/).toSorted()).toEqual(rootsOfTime);
});

describe.each(packages)('%s', (name) => {
  const manifest = manifestOf(name);
  const ours = (arrows[name] ?? []).map((other) => `@cutover/${other}`);
  const allowed = libraries[name] ?? [];

  test('declares no dependency beyond its arrows and its libraries', () => {
    const beyond = Object.keys(manifest.dependencies ?? {}).filter(
      (dependency) => !ours.includes(dependency) && !allowed.includes(dependency),
    );
    expect(beyond).toEqual([]);
  });

  test('imports only along its arrows, through the front door', () => {
    const wrong = sourcesIn(join(root, 'packages', name)).flatMap((file) =>
      importsOf(file)
        .filter((specifier) => isOurs(specifier) && !isAllowedImport(specifier, ours))
        .map((specifier) => `${file.slice(root.length + 1)}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  test('its program files use only its libraries and node', () => {
    const wrong = sourcesIn(join(root, 'packages', name, 'src'))
      .filter((file) => !isTestFile(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:') && !isOurs(specifier))
          .filter((specifier) => !allowed.includes(packageOf(specifier)))
          .map((specifier) => `${file.slice(root.length + 1)}: ${specifier}`),
      );
    expect(wrong).toEqual([]);
  });

  test('no relative import leaves the package', () => {
    const home = join(root, 'packages', name);
    const wrong = sourcesIn(home).flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.') && !join(file, '..', specifier).startsWith(`${home}/`))
        .map((specifier) => `${file.slice(root.length + 1)}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });
});

function isAllowedImport(specifier: string, ours: readonly string[]): boolean {
  const target = packageOf(specifier);
  if (!ours.includes(target)) return false;
  const entry = `.${specifier.slice(target.length)}`;
  return entry in manifestOf(target.slice('@cutover/'.length)).exports;
}
