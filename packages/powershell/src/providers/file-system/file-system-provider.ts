import type { Files } from '../../host/files.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { encodings } from '../../dotnet/index.ts';
import { joinPath, parentOf } from '../path-text.ts';
import type { ListOptions, NewItem, Provider } from '../provider.ts';
import { providerRecord } from '../provider-errors.ts';
import { DirectoryInfo, FileInfo, type FileSystemInfo } from './file-info.ts';
import { fileSystemRecord } from './file-system-errors.ts';
import { inOperation } from './file-record.ts';

const newItem = { operation: 'NewItem', category: 'WriteError' } as const;
const removeItem = { operation: 'RemoveFileSystemItem', category: 'WriteError' } as const;
const renameItem = { operation: 'RenameItem', category: 'WriteError' } as const;

/** The file system as a provider; without the capability every use is refused. */
export class FileSystemProvider implements Provider {
  readonly typeName = 'System.Management.Automation.ProviderInfo';
  readonly name = 'FileSystem';
  readonly implementingType = 'Microsoft.PowerShell.Commands.FileSystemProvider';
  readonly root = '/';
  readonly #files: Files | undefined;

  constructor(files: Files | undefined) {
    this.#files = files;
  }

  text(): string {
    return 'Microsoft.PowerShell.Core\\FileSystem';
  }

  get files(): Files {
    if (!this.#files) throw new ScriptError(providerRecord('NoFiles'));
    return this.#files;
  }

  get homeFolder(): string | undefined {
    return this.#files?.homeFolder;
  }

  exists(path: string): boolean {
    return this.files.stat(path, { link: true }) !== undefined;
  }

  isContainer(path: string): boolean {
    return this.files.stat(path)?.kind === 'folder';
  }

  get(path: string): FileSystemInfo {
    const item = this.info(path);
    if (!this.exists(path)) throw new ScriptError(providerRecord('PathNotFound', [path], path));
    return item;
  }

  /** The object for a path, whether there is something or not. */
  info(path: string): FileSystemInfo {
    return this.isContainer(path) ? new DirectoryInfo(this.files, path) : new FileInfo(this.files, path);
  }

  childNames(path: string, { hidden }: ListOptions): readonly string[] {
    const names = inOperation({ operation: 'Dir', category: 'ReadError' }, () => this.files.list(path));
    const shown = hidden ? names : names.filter((name) => !name.startsWith('.'));
    const sorted = shown.toSorted(byName);
    const isFolder = new Set(sorted.filter((name) => this.isContainer(joinPath(path, name))));
    return [...sorted.filter((name) => isFolder.has(name)), ...sorted.filter((name) => !isFolder.has(name))];
  }

  create(path: string, item: NewItem): unknown {
    const type = item.type.toLowerCase();
    if (type === 'directory' || type === 'container') this.#createFolder(path, item);
    else if (type === 'symboliclink' || type === 'hardlink') this.#createLink(path, item);
    else if (type === '' || 'file'.startsWith(type) || type === 'leaf') this.#createFile(path, item);
    else throw new ScriptError(fileSystemRecord('UnknownType', [], item.type));
    return this.get(path);
  }

  #createFolder(path: string, { force }: NewItem): void {
    if (this.exists(path)) {
      if (force && this.isContainer(path)) return;
      throw new ScriptError(fileSystemRecord('DirectoryExist', [path], path));
    }
    inOperation({ operation: 'CreateDirectory', category: 'WriteError' }, () => this.makeFolders(path));
  }

  /** Makes a folder with those around it that are missing. */
  makeFolders(path: string): void {
    if (path === '' || this.isContainer(path)) return;
    this.makeFolders(parentOf(path));
    this.files.makeFolder(path);
  }

  #createFile(path: string, { value, force }: NewItem): void {
    inOperation(newItem, () => {
      if (force) this.makeFolders(parentOf(path));
      const writer = this.files.open(path, force ? 'truncate' : 'create');
      if (value !== null && value !== undefined) writer.write(encodings.utf8.encode(toText(value)));
      writer.close();
    });
  }

  #createLink(path: string, { type, value, force }: NewItem): void {
    if (this.exists(path)) {
      if (!force) throw new ScriptError(fileSystemRecord('SymlinkItemExists', [path], path));
      this.files.remove(path);
    }
    const target = toText(value);
    const kind = type.toLowerCase() === 'hardlink' ? 'hard' : 'symbolic';
    inOperation(newItem, () => this.files.makeLink(path, target, kind));
  }

  remove(path: string, { recurse, force }: { readonly recurse: boolean; readonly force: boolean }): void {
    const own = this.files.stat(path, { link: true });
    if (!own) throw new ScriptError(providerRecord('PathNotFound', [path], path));
    if (own.kind === 'folder') return this.#removeFolder(path, { recurse, force });
    inOperation(removeItem, () => this.files.remove(path));
  }

  #removeFolder(path: string, options: { readonly recurse: boolean; readonly force: boolean }): void {
    const names = inOperation(removeItem, () => this.files.list(path));
    if (names.length > 0 && !options.recurse) {
      throw new ScriptError(fileSystemRecord('DirectoryNotEmpty', [path], path));
    }
    for (const name of names) this.remove(joinPath(path, name), options);
    inOperation(removeItem, () => this.files.remove(path));
  }

  rename(path: string, name: string): unknown {
    const target = joinPath(parentOf(path), name);
    inOperation(renameItem, () => this.move(path, target, { force: false }));
    return this.get(target);
  }

  /** Moves a file or folder; what is there already is in the way unless it is a file and may be replaced. */
  move(from: string, to: string, { force }: { readonly force: boolean }): void {
    if (from !== to && this.exists(to)) {
      if (!force || this.isContainer(to)) throw new ScriptError(fileSystemRecord('TargetExists', [to], from));
      this.files.remove(to);
    }
    this.files.move(from, to);
  }
}

const byName = (a: string, b: string): number => a.localeCompare(b, 'en', { sensitivity: 'accent' });
