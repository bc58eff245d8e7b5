import type { DateTime } from '../../dotnet/index.ts';
import { FileError } from '../../host/files.ts';
import { EnumValue } from '../../runtime/values/enum-value.ts';
import { type DotNetType, overload, type Property, readOnly, settable } from '../../runtime/types/define-type.ts';
import { isLike } from '../../runtime/operators/wildcard.ts';
import { grantedFiles } from '../../runtime/types/file-access.ts';
import { fullPath } from '../../runtime/types/process-folder.ts';
import { coreTypes } from '../../runtime/types/type-registry.ts';
import { joinPath, normalPath } from '../path-text.ts';
import { DirectoryInfo, FileInfo, type FileSystemInfo } from './file-info.ts';
import { withDotnetErrors } from './file-record.ts';

type Info = FileSystemInfo;

const time = (which: 'modified' | 'accessed', kind: 'Local' | 'Utc'): Property =>
  settable(
    (self: Info) => (kind === 'Utc' ? self.time(which) : self.time(which).toLocalTime()),
    (self: Info, value: DateTime) => withDotnetErrors(() => self.setTime(which, value)),
    'datetime',
  );

const created = (kind: 'Local' | 'Utc'): Property =>
  readOnly((self: Info) => (kind === 'Utc' ? self.time('created') : self.time('created').toLocalTime()), 'datetime');

const qualified = (path: string): string => `Microsoft.PowerShell.Core\\FileSystem::${path}`;

const common: NonNullable<DotNetType['properties']> = {
  Name: readOnly(({ name }: Info) => name, 'string'),
  FullName: readOnly(({ path }: Info) => path, 'string'),
  Extension: readOnly(({ extension }: Info) => extension, 'string'),
  Attributes: readOnly(
    ({ attributes }: Info) => new EnumValue(coreTypes.find('System.IO.FileAttributes')!, attributes),
    'System.IO.FileAttributes',
  ),
  CreationTime: created('Local'),
  CreationTimeUtc: created('Utc'),
  LastAccessTime: time('accessed', 'Local'),
  LastAccessTimeUtc: time('accessed', 'Utc'),
  LastWriteTime: time('modified', 'Local'),
  LastWriteTimeUtc: time('modified', 'Utc'),
  LinkTarget: readOnly(({ target }: Info) => target ?? null, 'string'),
  Target: readOnly(({ target }: Info) => target ?? null, 'string'),
  LinkType: readOnly(({ isLink }: Info) => (isLink ? 'SymbolicLink' : null), 'string'),
  ResolvedTarget: readOnly(({ target, path }: Info) => target ?? path, 'string'),
  Mode: readOnly(({ mode }: Info) => mode, 'string'),
  ModeWithoutHardLink: readOnly(({ mode }: Info) => mode, 'string'),
  UnixMode: readOnly(({ unixMode }: Info) => unixMode, 'string'),
  UnixFileMode: readOnly(({ stat }: Info) => stat?.mode ?? -1),
  User: readOnly(({ user }: Info) => user, 'string'),
  Group: readOnly(({ group }: Info) => group, 'string'),
  Size: readOnly(({ size }: Info) => BigInt(size), 'long'),
  NameString: readOnly(({ name, isLink, target }: Info) => (isLink ? `${name} -> ${target ?? ''}` : name), 'string'),
  PSPath: readOnly(({ path }: Info) => qualified(path), 'string'),
  PSParentPath: readOnly(({ path, parentPath }: Info) => (path === '/' ? '' : qualified(parentPath)), 'string'),
  PSChildName: readOnly(({ name }: Info) => name, 'string'),
  PSDrive: readOnly(() => '/'),
  PSProvider: readOnly(() => 'Microsoft.PowerShell.Core\\FileSystem'),
};

const infoMethods: NonNullable<DotNetType['methods']> = {
  Refresh: [overload('', (self: Info) => self.refresh())],
  ToString: [overload('', (self: Info) => self.text())],
};

const fileMethods: NonNullable<DotNetType['methods']> = {
  Delete: [
    overload('', (self: FileInfo) =>
      withDotnetErrors(() => {
        if (self.exists) self.files.remove(self.path);
        self.refresh();
      }),
    ),
  ],
  CopyTo: [
    overload('string destFileName', (self: FileInfo, to: string) => copyFile(self, to, { overwrite: false })),
    overload('string destFileName, bool overwrite', (self: FileInfo, to: string, overwrite: boolean) =>
      copyFile(self, to, { overwrite }),
    ),
  ],
  MoveTo: [
    overload('string destFileName', (self: FileInfo, to: string) =>
      withDotnetErrors(() => self.files.move(self.path, absolute(self, to))),
    ),
  ],
};

const absolute = (self: Info, path: string): string =>
  normalPath(path.startsWith('/') ? path : joinPath(self.parentPath, path));

function copyFile(self: FileInfo, to: string, { overwrite }: { readonly overwrite: boolean }): FileInfo {
  const target = absolute(self, to);
  return withDotnetErrors(() => {
    if (!overwrite) self.files.open(target, 'create').close();
    self.files.copy(self.path, target);
    return new FileInfo(self.files, target);
  });
}

const folderMethods: NonNullable<DotNetType['methods']> = {
  Create: [
    overload('', (self: DirectoryInfo) =>
      withDotnetErrors(() => {
        if (!self.exists) self.files.makeFolder(self.path);
        self.refresh();
      }),
    ),
  ],
  GetFiles: [
    overload('', (self: DirectoryInfo) => entries(self).filter((entry) => entry instanceof FileInfo)),
    overload('string searchPattern', (self: DirectoryInfo, pattern: string) =>
      entries(self).filter((entry) => entry instanceof FileInfo && isLike(entry.name, pattern, 'match case')),
    ),
  ],
  GetDirectories: [
    overload('', (self: DirectoryInfo) => entries(self).filter((entry) => entry instanceof DirectoryInfo)),
  ],
  GetFileSystemInfos: [overload('', entries)],
};

function entries({ files, path }: DirectoryInfo): FileSystemInfo[] {
  return withDotnetErrors(() => files.list(path)).map((name) => infoAt(files, joinPath(path, name)));
}

const infoAt = (files: FileSystemInfo['files'], path: string): FileSystemInfo =>
  files.stat(path)?.kind === 'folder' ? new DirectoryInfo(files, path) : new FileInfo(files, path);

const folderOf = ({ files, parentPath }: Info): DirectoryInfo | null =>
  parentPath === '' ? null : new DirectoryInfo(files, parentPath);

/** FileInfo and DirectoryInfo, with the members that the original's types file and provider add. */
export const fileSystemTypes: readonly DotNetType[] = [
  {
    name: 'System.IO.FileSystemInfo',
    base: 'System.Object',
    isAbstract: true,
    properties: common,
    methods: infoMethods,
  },
  {
    name: 'System.IO.FileInfo',
    base: 'System.IO.FileSystemInfo',
    constructors: [
      overload('string fileName', (_type, name: string) => new FileInfo(grantedFiles(), fullPath(name), name)),
    ],
    properties: {
      Length: readOnly(fileLength, 'long'),
      LengthString: readOnly(({ size }: FileInfo) => String(size), 'string'),
      LastWriteTimeString: readOnly((self: FileInfo) => self.time('modified').toLocalTime()),
      Directory: readOnly(folderOf, 'System.IO.DirectoryInfo'),
      DirectoryName: readOnly(({ parentPath }: FileInfo) => parentPath, 'string'),
      IsReadOnly: settable(
        ({ isReadOnly }: FileInfo) => isReadOnly,
        (self: FileInfo, value: boolean) => withDotnetErrors(() => void (self.isReadOnly = value)),
        'bool',
      ),
      Exists: readOnly(({ exists }: FileInfo) => exists, 'bool'),
      BaseName: readOnly(({ baseName }: FileInfo) => baseName, 'string'),
      VersionInfo: readOnly(() => null),
      PSIsContainer: readOnly(() => false, 'bool'),
    },
    methods: fileMethods,
  },
  {
    name: 'System.IO.DirectoryInfo',
    base: 'System.IO.FileSystemInfo',
    constructors: [
      overload('string path', (_type, path: string) => new DirectoryInfo(grantedFiles(), fullPath(path), path)),
    ],
    properties: {
      Parent: readOnly(folderOf, 'System.IO.DirectoryInfo'),
      Root: readOnly(({ files }: DirectoryInfo) => new DirectoryInfo(files, '/'), 'System.IO.DirectoryInfo'),
      Exists: readOnly(({ exists }: DirectoryInfo) => exists, 'bool'),
      BaseName: readOnly(({ name }: DirectoryInfo) => name, 'string'),
      PSIsContainer: readOnly(() => true, 'bool'),
    },
    methods: folderMethods,
  },
];

function fileLength({ exists, size, path }: FileInfo): bigint {
  if (!exists) return withDotnetErrors(() => missing(path));
  return BigInt(size);
}

function missing(path: string): never {
  throw new FileError('NotFound', path, 'no such file');
}
