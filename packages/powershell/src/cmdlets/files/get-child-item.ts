import { containsWildcards, WildcardPattern } from '../../dotnet/index.ts';
import { FileSystemInfo } from '../../providers/file-system/file-info.ts';
import { childOf, expandPath } from '../../providers/expand.ts';
import { parentOf } from '../../providers/path-text.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { numberOf, switchOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { attributeTest } from './attribute-expression.ts';
import { itemObject } from './item-object.ts';
import { attempt, chosenBy, drivesFor, givenPaths } from './item-paths.ts';
import { certificateParameters, credential, filterParameters, force } from './path-parameters.ts';

export const getChildItem: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-ChildItem',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['dir', 'gci'],
  implementingType: 'Microsoft.PowerShell.Commands.GetChildItemCommand',
  outputTypes: ['System.IO.FileInfo', 'System.IO.DirectoryInfo'],
  defaultSet: 'Items',
  parameters: [
    { name: 'Path', type: 'String[]', pipeline: 'both', sets: { Items: { position: 0 } } },
    {
      name: 'LiteralPath',
      type: 'String[]',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      sets: { LiteralItems: { mandatory: true } },
    },
    ...filterParameters.map((spec) => (spec.name === 'Filter' ? { ...spec, position: 1 } : spec)),
    { name: 'Recurse', type: 'SwitchParameter', aliases: ['s', 'r'] },
    { name: 'Depth', type: 'UInt32' },
    force,
    { name: 'Name', type: 'SwitchParameter' },
    { name: 'Attributes' },
    { name: 'Directory', type: 'SwitchParameter', aliases: ['ad'] },
    { name: 'File', type: 'SwitchParameter', aliases: ['af'] },
    { name: 'Hidden', type: 'SwitchParameter', aliases: ['ah', 'h'] },
    { name: 'ReadOnly', type: 'SwitchParameter', aliases: ['ar'] },
    { name: 'System', type: 'SwitchParameter', aliases: ['as'] },
    { name: 'FollowSymlink', type: 'SwitchParameter' },
    credential,
    ...certificateParameters,
  ],
  create: (context) => ({ process: () => new Listing(context).run() }),
};

interface Level {
  readonly depth: number;
  /** The way from where the listing began, for `-Name`. */
  readonly prefix: string;
}

/** One run of the cmdlet over its paths. Source: SessionStateInternal.GetChildItems, FileSystemProvider.Dir. */
class Listing {
  readonly #context: CommandContext;
  readonly #recurse: boolean;
  readonly #depth: number;
  readonly #hidden: boolean;
  readonly #isChosen: (item: ItemPath) => boolean;
  readonly #hasAttributes: (value: unknown) => boolean;
  /** With `-Include` or `-Exclude` each container is followed by what is in it. */
  #inPlace: boolean;
  #namePattern: WildcardPattern | undefined;

  constructor(context: CommandContext) {
    const { parameters } = context;
    const depth = numberOf(parameters, 'Depth');
    this.#context = context;
    this.#recurse = switchOf(parameters, 'Recurse') || depth !== undefined;
    this.#depth = depth ?? Number.POSITIVE_INFINITY;
    this.#hidden =
      switchOf(parameters, 'Force') ||
      switchOf(parameters, 'Hidden') ||
      /hidden|h\b/i.test(toText(parameters['Attributes'] ?? ''));
    this.#isChosen = chosenBy(context);
    this.#hasAttributes = attributeTest(parameters);
    this.#inPlace = (textsOf(parameters, 'Include') ?? textsOf(parameters, 'Exclude')) !== undefined;
  }

  run(): void {
    const { paths, literal } = givenPaths(this.#context);
    const given = paths.length === 0 ? [''] : paths;
    for (const path of given) {
      const start = this.#recurse && !literal ? this.#below(path) : path;
      for (const item of this.#starts(start, literal)) this.#start(item, start);
    }
  }

  /** With -Recurse a last part that is no folder names what is looked for in the folder before it and below. */
  #below(path: string): string {
    const name = /[^\\/]*$/.exec(path)![0];
    const drives = drivesFor(this.#context);
    const { provider, path: target } = drives.resolve(path === '' ? '.' : path);
    if (name === '' || name === '*' || provider.isContainer(target)) return name === '*' ? path.slice(0, -1) : path;
    this.#namePattern = new WildcardPattern(name);
    this.#inPlace = true;
    return path.slice(0, path.length - name.length);
  }

  #starts(path: string, literal: boolean): readonly ItemPath[] {
    const drives = drivesFor(this.#context);
    const options = { literal, hidden: this.#hidden };
    return attempt(this.#context, () => expandPath(drives, path === '' ? '.' : path, options)) ?? [];
  }

  #start(item: ItemPath, given: string): void {
    const { provider, path } = item;
    const isPattern = containsWildcards(given) && !this.#recurse;
    if (provider.isContainer(path) && !isPattern) this.#list(item, { depth: this.#depth, prefix: '' });
    else if (this.#isChosen(item)) this.#write(item, { depth: 0, prefix: '' });
  }

  #list(container: ItemPath, level: Level): void {
    const names =
      attempt(this.#context, () => container.provider.childNames(container.path, { hidden: this.#hidden })) ?? [];
    const children = names.map((name) => childOf(container, name));
    for (const child of children) {
      if (this.#isChosen(child) && this.#isNamed(child)) this.#write(child, level);
      if (this.#inPlace) this.#descend(child, level);
    }
    if (!this.#inPlace) for (const child of children) this.#descend(child, level);
  }

  #descend(child: ItemPath, { depth, prefix }: Level): void {
    if (!this.#recurse || depth <= 0 || !child.provider.isContainer(child.path)) return;
    if (this.#isLink(child) && !switchOf(this.#context.parameters, 'FollowSymlink')) return;
    this.#list(child, { depth: depth - 1, prefix: `${prefix}${nameOf(child)}/` });
  }

  #isNamed(child: ItemPath): boolean {
    return this.#namePattern?.isMatch(nameOf(child)) ?? true;
  }

  #isLink(child: ItemPath): boolean {
    const item = attempt(this.#context, () => child.provider.get(child.path));
    return item instanceof FileSystemInfo && item.isLink;
  }

  #write(item: ItemPath, { prefix }: Level): void {
    const value = attempt(this.#context, () => itemObject(item));
    if (value === undefined || !this.#hasAttributes(value)) return;
    this.#context.out.write(switchOf(this.#context.parameters, 'Name') ? prefix + nameOf(item) : value);
  }
}

const nameOf = ({ path }: ItemPath): string => path.slice(parentOf(path).length).replace(/^\//, '');
