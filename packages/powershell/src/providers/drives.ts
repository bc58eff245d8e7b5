import { ScriptError } from '../runtime/errors/script-error.ts';
import type { Files } from '../host/files.ts';
import type { Session } from '../runtime/engine/session.ts';
import { Drive } from './drive.ts';
import { FileSystemProvider } from './file-system/file-system-provider.ts';
import { FlatProvider } from './flat-provider.ts';
import { PathInfo } from './location.ts';
import { joinPath, normalPath, toSlashes } from './path-text.ts';
import type { ItemPath, Provider } from './provider.ts';
import { providerRecord } from './provider-errors.ts';
import { aliasItems, environmentItems, functionItems, variableItems } from './session-items.ts';

/** How many places `cd -` knows. */
const historyLength = 20;

/** The drives of a session, its current location, and what paths mean from there. */
export class Drives {
  readonly providers: readonly Provider[];
  readonly #drives = new Map<string, Drive>();
  readonly #stacks = new Map<string, PathInfo[]>();
  readonly fileSystem: FileSystemProvider;
  readonly #behind: PathInfo[] = [];
  readonly #ahead: PathInfo[] = [];
  readonly #session: Session;
  #current: Drive;

  constructor(session: Session) {
    this.#session = session;
    const { files, folder = '/' } = session.capabilities;
    this.fileSystem = new FileSystemProvider(files);
    const flat = [
      ['Alias', 'Alias', aliasItems(session)],
      ['Env', 'Environment', environmentItems(session)],
      ['Function', 'Function', functionItems(session)],
      ['Variable', 'Variable', variableItems(session)],
    ] as const;
    const root = new Drive({ name: '/', provider: this.fileSystem, root: '/' });
    root.location = normalPath(folder);
    this.#current = root;
    this.add(root);
    if (files) this.add(temporaryDrive(this.fileSystem, files));
    const flatDrives = flat.map(
      ([name, provider, items]) => new Drive({ name, provider: new FlatProvider(provider, items), root: '' }),
    );
    for (const drive of flatDrives) this.add(drive);
    this.providers = [this.fileSystem, ...flatDrives.map(({ provider }) => provider)];
    this.#tell();
  }

  get all(): readonly Drive[] {
    return [...this.#drives.values()].toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  }

  add(drive: Drive): void {
    this.#drives.set(drive.name.toLowerCase(), drive);
  }

  remove(name: string): void {
    this.#drives.delete(name.toLowerCase());
  }

  find(name: string): Drive | undefined {
    return this.#drives.get(name.toLowerCase());
  }

  drive(name: string): Drive {
    const drive = this.find(name);
    if (!drive) throw new ScriptError(providerRecord('DriveNotFound', [name], name));
    return drive;
  }

  provider(name: string): Provider {
    const plain = name.replace(/^Microsoft\.PowerShell\.Core\\/i, '').toLowerCase();
    const provider = this.providers.find((each) => each.name.toLowerCase() === plain);
    if (!provider) throw new ScriptError(providerRecord('ProviderNotFound', [name], name));
    return provider;
  }

  get location(): PathInfo {
    return this.locationOf(this.#current);
  }

  locationOf(drive: Drive): PathInfo {
    return new PathInfo({ provider: drive.provider, drive, path: drive.location });
  }

  /** The place on a provider's drive, the current one where it is of that provider. */
  locationIn(providerName: string): PathInfo {
    const provider = this.provider(providerName);
    const drives = [this.#current, ...this.#drives.values()];
    return this.locationOf(drives.find((drive) => drive.provider === provider)!);
  }

  /** The current folder of the file system, also while another drive is the current one. */
  get folder(): string {
    const current = this.#current;
    return current.provider === this.fileSystem ? current.location : this.drive('/').location;
  }

  /** Keeps a place that Set-Location left, for `cd -`. */
  remember(place: PathInfo): void {
    this.#behind.push(place);
    if (this.#behind.length > historyLength) this.#behind.shift();
    this.#ahead.length = 0;
  }

  /** `cd -` and `cd +`. */
  goThroughHistory(direction: '-' | '+'): PathInfo {
    const [from, to, word] =
      direction === '-' ? [this.#behind, this.#ahead, 'backwards'] : [this.#ahead, this.#behind, 'forwards'];
    const place = from.pop();
    if (!place) throw new ScriptError(providerRecord('LocationHistoryEmpty', [word]));
    to.push(this.location);
    this.moveTo(place.item);
    return place;
  }

  /** Makes a place the current one. */
  moveTo({ drive = this.drive('/'), path }: ItemPath): void {
    drive.location = path;
    this.#current = drive;
    this.#tell();
  }

  /** `$PWD` follows. */
  #tell(): void {
    this.#session.global.setLocal('PWD', this.location);
  }

  stack(name: string): PathInfo[] {
    const known = this.#stacks.get(name);
    if (known) return known;
    const stack: PathInfo[] = [];
    this.#stacks.set(name, stack);
    return stack;
  }

  hasStack(name: string): boolean {
    return this.#stacks.has(name);
  }

  /** What a path means, whether there is something or not; wildcards are not looked at. */
  resolve(given: string): ItemPath {
    const qualified = /^([\w.\\]+)::(.*)$/s.exec(given);
    if (qualified) return this.#qualified(qualified[1]!, qualified[2]!);
    const drivePart = /^([^\\/:]+):(.*)$/s.exec(given);
    if (drivePart) return this.#onDrive(this.drive(drivePart[1]!), drivePart[2]!);
    return this.#fromHere(given);
  }

  #qualified(name: string, path: string): ItemPath {
    const provider = this.provider(name);
    if (provider !== this.fileSystem) return { provider, drive: undefined, path };
    return { provider, drive: undefined, path: normalPath(joinPath('/', path)) };
  }

  #onDrive(drive: Drive, rest: string): ItemPath {
    const { provider, root, location } = drive;
    const slashed = toSlashes(rest);
    const isRooted = slashed.startsWith('/');
    if (provider !== this.fileSystem) return { provider, drive, path: slashed.replace(/^\/+/, '') };
    const base = isRooted ? root : location;
    return { provider, drive, path: this.#within(root, joinPath(base, slashed)) };
  }

  /** `..` does not lead out of a drive. */
  #within(root: string, path: string): string {
    const whole = normalPath(path);
    return root === '/' || whole === root || whole.startsWith(`${root}/`) ? whole : root;
  }

  #fromHere(given: string): ItemPath {
    const path = toSlashes(given);
    const home = this.fileSystem.homeFolder;
    if (/^~(?:\/|$)/.test(path) && this.#current.provider === this.fileSystem && home !== undefined) {
      return { provider: this.fileSystem, drive: this.drive('/'), path: normalPath(joinPath(home, path.slice(1))) };
    }
    if (path.startsWith('/') && this.#current.provider === this.fileSystem && this.#current.name !== '/') {
      return { provider: this.fileSystem, drive: this.drive('/'), path: normalPath(path) };
    }
    if (path === '.' && this.#current.provider !== this.fileSystem) return this.#onDrive(this.#current, '/');
    return this.#onDrive(this.#current, path);
  }

  /** The drive through which a path of the file system is shown: the session's own root. */
  fileSystemPath(path: string): ItemPath {
    return { provider: this.fileSystem, drive: this.drive('/'), path };
  }
}

const known = new WeakMap<Session, Drives>();

/** The drives of a session, made when they are first asked for. */
export function drivesOf(session: Session): Drives {
  const drives = known.get(session) ?? new Drives(session);
  known.set(session, drives);
  return drives;
}

/** Asks where temporary files lie when somebody goes there. */
const temporaryDrive = (provider: Provider, files: Files): Drive =>
  new Drive({
    name: 'Temp',
    provider,
    get root() {
      return normalPath(files.temporaryFolder);
    },
  });
