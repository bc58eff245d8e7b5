import { tmpdir } from 'node:os';
import { posix } from 'node:path';
import { netError } from '../errors/script-error.ts';
import { currentRandom, runningSession } from '../values/running-session.ts';
import { Char } from '../values/number-types.ts';
import { typedArray } from '../values/typed-array.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';
import { fullPath } from './process-folder.ts';

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function extension(path: string): string {
  const name = fileName(path);
  const dot = name.lastIndexOf('.');
  return dot < 0 || dot === name.length - 1 ? '' : name.slice(dot);
}

const withoutExtension = (path: string): string => {
  const name = fileName(path);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
};

function folderName(path: string): string | null {
  const slash = path.lastIndexOf('/');
  if (path === '' || path === '/') return null;
  return slash < 0 ? '' : path.slice(0, slash) || '/';
}

function combine(parts: readonly (string | null)[]): string {
  let all = '';
  for (const part of parts) {
    if (part === null) throw netError('System.ArgumentNullException', "Value cannot be null. (Parameter 'path')");
    if (part.startsWith('/')) all = part;
    else if (part !== '') all = all === '' || all.endsWith('/') ? all + part : `${all}/${part}`;
  }
  return all;
}

function joined(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce(
      (all, part) => (all === '' || all.endsWith('/') || part.startsWith('/') ? all + part : `${all}/${part}`),
      '',
    );
}

function changeExtension(path: string, given: string | null): string {
  const base = path.slice(0, path.length - extension(path).length).replace(/\.$/, '');
  if (given === null) return base;
  return base + (given === '' || given.startsWith('.') ? given : `.${given}`);
}

const letters = 'abcdefghijklmnopqrstuvwxyz012345';
const randomName = (): string => {
  const name = Array.from(currentRandom().bytes(11), (byte) => letters[byte & 31]).join('');
  return `${name.slice(0, 8)}.${name.slice(8)}`;
};

const trimEnd = (path: string): string => (path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path);
const invalid = (text: string): unknown[] =>
  typedArray(
    'System.Char',
    Array.from(text, (each) => new Char(each)),
  );

const textForm = (call: (path: string) => unknown, name = 'path') => [
  overload(`string ${name}`, (_self: null, path: string | null) => (path === null ? null : call(path))),
];

const paths = (count: number): string =>
  Array.from({ length: count }, (_, index) => `string path${index + 1}`).join(', ');

const manyForms = (call: (parts: readonly string[]) => string) => [
  ...[2, 3, 4].map((count) => overload(paths(count), (_self: null, ...parts: string[]) => call(parts))),
  overload('...string paths', (_self: null, parts: readonly string[]) => call(parts)),
];

/** System.IO.Path, as on Unix. */
export const pathType: DotNetType = {
  name: 'System.IO.Path',
  base: 'System.Object',
  isAbstract: true,
  statics: {
    DirectorySeparatorChar: readOnly(() => new Char('/')),
    AltDirectorySeparatorChar: readOnly(() => new Char('/')),
    PathSeparator: readOnly(() => new Char(':')),
    VolumeSeparatorChar: readOnly(() => new Char('/')),
  },
  staticMethods: {
    GetFileName: textForm(fileName),
    GetFileNameWithoutExtension: textForm(withoutExtension),
    GetExtension: textForm(extension),
    GetDirectoryName: textForm(folderName),
    GetPathRoot: textForm((path) => (path.startsWith('/') ? '/' : '')),
    HasExtension: textForm((path) => extension(path) !== ''),
    IsPathRooted: textForm((path) => path.startsWith('/')),
    IsPathFullyQualified: textForm((path) => path.startsWith('/')),
    EndsInDirectorySeparator: textForm((path) => path.endsWith('/')),
    TrimEndingDirectorySeparator: textForm(trimEnd),
    GetFullPath: [
      ...textForm(fullPath),
      overload('string path, string basePath', (_self: null, path: string, base: string) => posix.resolve(base, path)),
    ],
    GetRelativePath: [
      overload(
        'string relativeTo, string path',
        (_self: null, from: string, to: string) => posix.relative(fullPath(from), fullPath(to)) || '.',
      ),
    ],
    ChangeExtension: [
      overload('string path, string extension', (_self: null, path: string, given: string | null) =>
        changeExtension(path, given),
      ),
    ],
    Combine: manyForms(combine),
    Join: manyForms(joined),
    GetTempPath: [overload('', () => `${runningSession().capabilities.files?.temporaryFolder ?? tmpdir()}/`)],
    GetTempFileName: [overload('', temporaryFile)],
    GetRandomFileName: [overload('', randomName)],
    GetInvalidFileNameChars: [overload('', () => invalid('\0/'))],
    GetInvalidPathChars: [overload('', () => invalid('\0'))],
  },
};

function temporaryFile(): string {
  const { files } = runningSession().capabilities;
  if (!files) throw netError('System.UnauthorizedAccessException', 'Scripts are granted no files here.');
  const path = `${files.temporaryFolder}/tmp${randomName().slice(0, 6)}.tmp`;
  files.write(path, new Uint8Array(0));
  return path;
}
