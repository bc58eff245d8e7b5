import { FileError } from '../../host/files.ts';
import { withDotnetErrors } from '../../providers/file-system/file-record.ts';
import { isLike } from '../operators/wildcard.ts';
import { byteArray, bytesOf } from '../values/byte-array.ts';
import { elementsOf } from '../values/enumerate.ts';
import { plainText } from '../values/to-text.ts';
import { typedArray } from '../values/typed-array.ts';
import { type DotNetType, overload, type Overload } from './define-type.ts';
import type { EncodingValue } from '../values/encoding-value.ts';
import { appendText, encoded, grantedFiles, readBytes, readText, writeBytes } from './file-access.ts';
import { openMethods } from './file-stream-type-table.ts';
import { fullPath, processFolder, setProcessFolder } from './process-folder.ts';

const splitLines = (text: string): string[] => {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
};

const joinedLines = (lines: unknown): string =>
  Array.from(elementsOf(lines) ?? [lines], (line) => `${plainText(line)}\n`).join('');

const encoding = 'System.Text.Encoding encoding';

/** A form without an encoding and one with it. */
const withEncoding = (signature: string, call: (path: string, ...more: never[]) => unknown): readonly Overload[] => [
  overload(signature, (_self: null, ...args: never[]) => call(...(args as unknown as [string, ...never[]]))),
  overload(`${signature}, ${encoding}`, (_self: null, ...args: never[]) =>
    call(...(args as unknown as [string, ...never[]])),
  ),
];

const kindAt = (path: string | null): string | undefined =>
  path === null || path === '' ? undefined : grantedFiles().stat(fullPath(path))?.kind;

function removeFile(path: string): void {
  withDotnetErrors(() => {
    if (kindAt(path) !== undefined) grantedFiles().remove(fullPath(path));
  });
}

function copyFile(from: string, to: string, overwrite: boolean): void {
  withDotnetErrors(() => {
    const target = fullPath(to);
    if (!overwrite && grantedFiles().stat(target)) throw new FileError('Exists', target, 'it is there already');
    grantedFiles().copy(fullPath(from), target);
  });
}

const fileType: DotNetType = {
  name: 'System.IO.File',
  base: 'System.Object',
  isAbstract: true,
  staticMethods: {
    ...openMethods,
    Exists: [overload('string path', (_self: null, path: string | null) => kindAt(path) === 'file')],
    ReadAllText: withEncoding('string path', (path, value?: EncodingValue) => readText(path, value)),
    ReadAllLines: withEncoding('string path', (path, value?: EncodingValue) =>
      typedArray('System.String', splitLines(readText(path, value))),
    ),
    ReadLines: withEncoding('string path', (path, value?: EncodingValue) =>
      typedArray('System.String', splitLines(readText(path, value))),
    ),
    ReadAllBytes: [overload('string path', (_self: null, path: string) => byteArray(readBytes(path)))],
    WriteAllText: withEncoding('string path, string contents', (path, text: string, value?: EncodingValue) =>
      writeBytes(path, encoded(text ?? '', value)),
    ),
    WriteAllLines: withEncoding('string path, enumerable contents', (path, lines: unknown, value?: EncodingValue) =>
      writeBytes(path, encoded(joinedLines(lines), value)),
    ),
    WriteAllBytes: [
      overload('string path, byte[] bytes', (_self: null, path: string, bytes: unknown) =>
        writeBytes(path, bytesOf(bytes)),
      ),
    ],
    AppendAllText: withEncoding('string path, string contents', (path, text: string, value?: EncodingValue) =>
      appendText(path, text ?? '', value),
    ),
    AppendAllLines: withEncoding('string path, enumerable contents', (path, lines: unknown, value?: EncodingValue) =>
      appendText(path, joinedLines(lines), value),
    ),
    Delete: [overload('string path', (_self: null, path: string) => removeFile(path))],
    Copy: [
      overload('string sourceFileName, string destFileName', (_self: null, from: string, to: string) =>
        copyFile(from, to, false),
      ),
      overload(
        'string sourceFileName, string destFileName, bool overwrite',
        (_self: null, from: string, to: string, overwrite: boolean) => copyFile(from, to, overwrite),
      ),
    ],
    Move: [
      overload('string sourceFileName, string destFileName', (_self: null, from: string, to: string) =>
        withDotnetErrors(() => grantedFiles().move(fullPath(from), fullPath(to))),
      ),
    ],
  },
};

/** Makes a folder with those around it that are missing. */
function makeFolder(path: string): void {
  const files = grantedFiles();
  const parts = path.split('/').filter((part) => part !== '');
  for (let count = 1; count <= parts.length; count++) {
    const folder = `/${parts.slice(0, count).join('/')}`;
    if (!files.stat(folder)) files.makeFolder(folder);
  }
}

function removeFolder(path: string, recurse: boolean): void {
  const files = grantedFiles();
  for (const name of recurse ? files.list(path) : []) {
    const inner = `${path}/${name}`;
    if (files.stat(inner, { link: true })?.kind === 'folder') removeFolder(inner, true);
    else files.remove(inner);
  }
  files.remove(path);
}

interface Search {
  readonly kind: 'file' | 'folder' | undefined;
  readonly pattern?: string | undefined;
  readonly deep?: boolean | undefined;
}

function found(path: string, { kind, pattern = '*', deep = false }: Search): string[] {
  const files = grantedFiles();
  return files
    .list(fullPath(path))
    .toSorted()
    .flatMap((name) => {
      const inner = `${path.replace(/\/$/, '')}/${name}`;
      const own = files.stat(fullPath(inner))?.kind === 'folder' ? 'folder' : 'file';
      const fits = (kind === undefined || kind === own) && isLike(name, pattern, 'match case');
      return [...(fits ? [inner] : []), ...(deep && own === 'folder' ? found(inner, { kind, pattern, deep }) : [])];
    });
}

const searchForms = (kind: Search['kind']): readonly Overload[] => {
  const list = (path: string, search: Omit<Search, 'kind'>): unknown[] =>
    withDotnetErrors(() => typedArray('System.String', found(path, { kind, ...search })));
  return [
    overload('string path', (_self: null, path: string) => list(path, {})),
    overload('string path, string searchPattern', (_self: null, path: string, pattern: string) =>
      list(path, { pattern }),
    ),
    overload(
      'string path, string searchPattern, System.IO.SearchOption searchOption',
      (_self: null, path: string, pattern: string, option: unknown) =>
        list(path, { pattern, deep: plainText(option) === 'AllDirectories' }),
    ),
  ];
};

const folderType: DotNetType = {
  name: 'System.IO.Directory',
  base: 'System.Object',
  isAbstract: true,
  staticMethods: {
    Exists: [overload('string path', (_self: null, path: string | null) => kindAt(path) === 'folder')],
    CreateDirectory: [
      overload('string path', (_self: null, path: string) => withDotnetErrors(() => makeFolder(fullPath(path)))),
    ],
    Delete: [
      overload('string path', (_self: null, path: string) =>
        withDotnetErrors(() => removeFolder(fullPath(path), false)),
      ),
      overload('string path, bool recursive', (_self: null, path: string, recurse: boolean) =>
        withDotnetErrors(() => removeFolder(fullPath(path), recurse)),
      ),
    ],
    Move: [
      overload('string sourceDirName, string destDirName', (_self: null, from: string, to: string) =>
        withDotnetErrors(() => grantedFiles().move(fullPath(from), fullPath(to))),
      ),
    ],
    GetFiles: searchForms('file'),
    GetDirectories: searchForms('folder'),
    GetFileSystemEntries: searchForms(undefined),
    EnumerateFiles: searchForms('file'),
    EnumerateDirectories: searchForms('folder'),
    GetCurrentDirectory: [overload('', processFolder)],
    SetCurrentDirectory: [overload('string path', (_self: null, path: string) => setProcessFolder(path))],
  },
};

/** System.IO.File and System.IO.Directory. */
export const fileTypes: readonly DotNetType[] = [fileType, folderType];
