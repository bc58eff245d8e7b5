import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  renameSync,
  rmdirSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeSync,
  type BigIntStats,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname } from 'node:path';
import {
  FileError,
  type FileFailure,
  type FileKind,
  type Files,
  type FileStat,
  type FileWriter,
  type OpenMode,
} from '../files.ts';

const failures: Readonly<Record<string, FileFailure>> = {
  ENOENT: 'NotFound',
  EACCES: 'Denied',
  EPERM: 'Denied',
  EROFS: 'Denied',
  EEXIST: 'Exists',
  EISDIR: 'IsFolder',
  ENOTDIR: 'NotFolder',
  ENOTEMPTY: 'NotEmpty',
};

const flags: Readonly<Record<OpenMode, string>> = { truncate: 'w', append: 'a', create: 'wx' };

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const failure = failures[code ?? ''] ?? 'Other';
    throw new FileError(failure === 'NotFound' && !isThere(dirname(path)) ? 'FolderNotFound' : failure, path, message);
  }
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

function kindOf(stat: BigIntStats): FileKind {
  if (stat.isFile()) return 'file';
  if (stat.isDirectory()) return 'folder';
  return stat.isSymbolicLink() ? 'link' : 'other';
}

const factsOf = (stat: BigIntStats): FileStat => ({
  kind: kindOf(stat),
  size: Number(stat.size),
  mode: Number(stat.mode) & 0o7777,
  owner: Number(stat.uid),
  group: Number(stat.gid),
  // Not every file system knows when a file was made; what it says then is no time before its last change.
  created: stat.birthtimeNs > 0n && stat.birthtimeNs < stat.mtimeNs ? stat.birthtimeNs : stat.mtimeNs,
  modified: stat.mtimeNs,
  accessed: stat.atimeNs,
});

const bufferSize = 1 << 16;

/** Gathers small writes, so that a line is no call of the system. */
class BufferedWriter implements FileWriter {
  readonly #path: string;
  readonly #descriptor: number;
  #pending: Uint8Array[] = [];
  #size = 0;

  constructor(path: string, mode: OpenMode) {
    this.#path = path;
    this.#descriptor = attempt(path, () => openSync(path, flags[mode]));
  }

  write(bytes: Uint8Array): void {
    this.#pending.push(bytes);
    this.#size += bytes.length;
    if (this.#size >= bufferSize) this.#flush();
  }

  close(): void {
    this.#flush();
    attempt(this.#path, () => closeSync(this.#descriptor));
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#size = 0;
    attempt(this.#path, () => {
      for (let at = 0; at < bytes.length;) at += writeSync(this.#descriptor, bytes, at);
    });
  }
}

function* readPieces(path: string): Generator<Uint8Array> {
  const descriptor = attempt(path, () => openSync(path, 'r'));
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(bufferSize);
      const length = attempt(path, () => readSync(descriptor, piece));
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The names of a table such as /etc/passwd by their numbers. */
function readNames(path: string): ReadonlyMap<number, string> {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    return new Map(lines.map((line) => line.split(':')).map(([name = '', , id]) => [Number(id), name]));
  } catch {
    return new Map();
  }
}

const seconds = (nanoseconds: bigint): number => Number(nanoseconds) / 1e9;

/** The files of this machine. */
export function nodeFiles(): Files {
  let owners: ReadonlyMap<number, string> | undefined;
  let groups: ReadonlyMap<number, string> | undefined;
  const files: Files = {
    stat: (path, options) =>
      attempt(path, () => {
        try {
          const read = options?.link ? lstatSync : statSync;
          const stat = read(path, { bigint: true, throwIfNoEntry: false });
          return stat && factsOf(stat);
        } catch (error) {
          // A part of the path that is no folder, or a loop of links: there is nothing.
          if (['ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? ''))
            return undefined;
          throw error;
        }
      }),
    list: (path) => attempt(path, () => readdirSync(path)),
    read: (path) => attempt(path, () => readFileSync(path)),
    pieces: readPieces,
    write: (path, bytes) => {
      const writer = files.open(path, 'truncate');
      writer.write(bytes);
      writer.close();
    },
    open: (path, mode) => new BufferedWriter(path, mode),
    makeFolder: (path) => attempt(path, () => mkdirSync(path)),
    makeLink: (path, target, kind) =>
      attempt(path, () => (kind === 'hard' ? linkSync(target, path) : symlinkSync(target, path))),
    readLink: (path) => (files.stat(path, { link: true })?.kind === 'link' ? readlinkSync(path) : undefined),
    remove: (path) => attempt(path, () => (lstatSync(path).isDirectory() ? rmdirSync(path) : unlinkSync(path))),
    copy: (from, to) => attempt(to, () => copyFileSync(from, to, constants.COPYFILE_FICLONE)),
    move: (from, to) => attempt(from, () => renameSync(from, to)),
    setTimes: (path, { modified, accessed }) =>
      attempt(path, () => {
        const stat = statSync(path, { bigint: true });
        utimesSync(path, seconds(accessed ?? stat.atimeNs), seconds(modified ?? stat.mtimeNs));
      }),
    setMode: (path, mode) => attempt(path, () => chmodSync(path, mode)),
    ownerName: (id) => (owners ??= readNames('/etc/passwd')).get(id) ?? String(id),
    groupName: (id) => (groups ??= readNames('/etc/group')).get(id) ?? String(id),
    // node:os takes its time to load.
    get temporaryFolder() {
      return tmpdir();
    },
    get homeFolder() {
      return homedir();
    },
  };
  return files;
}
