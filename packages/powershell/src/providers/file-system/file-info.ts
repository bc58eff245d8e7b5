import { DateTime } from '../../dotnet/index.ts';
import type { Files, FileStat } from '../../host/files.ts';
import { extensionOf, leafOf, parentOf } from '../path-text.ts';

const epochTicks = 621_355_968_000_000_000n;
/** What .NET gives for the times of a file that is not there: the first moment of the year 1601. */
const noTime = new DateTime(504_911_232_000_000_000n, 'Utc');

/** FileAttributes of .NET as far as Unix has them. */
const flags = { readOnly: 1, hidden: 2, directory: 16, normal: 128, reparsePoint: 1024 };

/** What FileInfo and DirectoryInfo have in common; the facts are read when they are first asked for. */
export abstract class FileSystemInfo {
  abstract readonly typeName: string;
  readonly path: string;
  /** The path as it was given: what ToString() tells. */
  readonly original: string;
  readonly files: Files;
  #facts: { readonly stat: FileStat | undefined; readonly own: FileStat | undefined } | undefined;

  constructor(files: Files, path: string, original: string = path) {
    this.files = files;
    this.path = path;
    this.original = original;
  }

  #read() {
    return (this.#facts ??= {
      stat: this.files.stat(this.path),
      own: this.files.stat(this.path, { link: true }),
    });
  }

  refresh(): void {
    this.#facts = undefined;
  }

  get stat(): FileStat | undefined {
    return this.#read().stat;
  }

  get name(): string {
    return leafOf(this.path) || '/';
  }

  get extension(): string {
    return extensionOf(this.name);
  }

  get isLink(): boolean {
    return this.#read().own?.kind === 'link';
  }

  get target(): string | undefined {
    return this.isLink ? this.files.readLink(this.path) : undefined;
  }

  get isReadOnly(): boolean {
    return this.stat !== undefined && (this.stat.mode & 0o222) === 0;
  }

  set isReadOnly(value: boolean) {
    const { mode = 0o644 } = this.stat ?? {};
    this.files.setMode(this.path, value ? mode & ~0o222 : mode | 0o200);
    this.refresh();
  }

  get attributes(): number {
    const { own } = this.#read();
    if (!own) return -1;
    const value =
      (this.isReadOnly ? flags.readOnly : 0) |
      (this.name.startsWith('.') ? flags.hidden : 0) |
      (this.stat?.kind === 'folder' ? flags.directory : 0) |
      (this.isLink ? flags.reparsePoint : 0);
    return value || flags.normal;
  }

  /** `d-r--`: directory, archive, read-only, hidden, system; a link has an `l`. */
  get mode(): string {
    const has = (flag: number, letter: string) => ((this.attributes & flag) === 0 ? '-' : letter);
    return `${this.isLink ? 'l' : has(flags.directory, 'd')}-${has(flags.readOnly, 'r')}${has(flags.hidden, 'h')}-`;
  }

  /** `-rw-r--r--`. */
  get unixMode(): string {
    const { own } = this.#read();
    if (!own) return '';
    const kind = { file: '-', folder: 'd', link: 'l', other: '-' }[own.kind];
    return kind + permissionText(own.mode);
  }

  get user(): string {
    return this.stat ? this.files.ownerName(this.stat.owner) : '';
  }

  get group(): string {
    return this.stat ? this.files.groupName(this.stat.group) : '';
  }

  get size(): number {
    return this.stat?.size ?? 0;
  }

  time(which: 'created' | 'modified' | 'accessed'): DateTime {
    return this.stat ? new DateTime(epochTicks + this.stat[which] / 100n, 'Utc') : noTime;
  }

  setTime(which: 'modified' | 'accessed', value: DateTime): void {
    const nanoseconds = (value.toUniversalTime().ticks - epochTicks) * 100n;
    this.files.setTimes(this.path, { [which]: nanoseconds });
    this.refresh();
  }

  get parentPath(): string {
    return parentOf(this.path);
  }

  text(): string {
    return this.original;
  }
}

/** Source: System.IO.FileInfo. */
export class FileInfo extends FileSystemInfo {
  readonly typeName = 'System.IO.FileInfo';

  get exists(): boolean {
    return this.stat !== undefined && this.stat.kind !== 'folder';
  }

  get baseName(): string {
    return this.extension === '' ? this.name : this.name.slice(0, -this.extension.length);
  }
}

/** Source: System.IO.DirectoryInfo. */
export class DirectoryInfo extends FileSystemInfo {
  readonly typeName = 'System.IO.DirectoryInfo';

  get exists(): boolean {
    return this.stat?.kind === 'folder';
  }

  get baseName(): string {
    return this.name;
  }
}

const letters = ['r', 'w', 'x'] as const;

function permissionText(mode: number): string {
  const bits = Array.from({ length: 9 }, (_, index): string => ((mode >> (8 - index)) & 1 ? letters[index % 3]! : '-'));
  const special: readonly (readonly [bit: number, at: number, set: string, unset: string])[] = [
    [0o4000, 2, 's', 'S'],
    [0o2000, 5, 's', 'S'],
    [0o1000, 8, 't', 'T'],
  ];
  for (const [bit, at, set, unset] of special) if (mode & bit) bits[at] = bits[at] === '-' ? unset : set;
  return bits.join('');
}
