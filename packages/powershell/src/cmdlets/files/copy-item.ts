import { childOf, expandPath } from '../../providers/expand.ts';
import type { FileSystemProvider } from '../../providers/file-system/file-system-provider.ts';
import { inOperation } from '../../providers/file-system/file-record.ts';
import { fileSystemRecord } from '../../providers/file-system/file-system-errors.ts';
import { joinPath, leafOf } from '../../providers/path-text.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { providerRecord } from '../../providers/provider-errors.ts';
import { switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { itemObject } from './item-object.ts';
import { attempt, drivesFor, existingItems } from './item-paths.ts';
import { credential, filterParameters, force, passThru, pathParameters } from './path-parameters.ts';

const copying = { operation: 'CopyFileInfoItem', category: 'WriteError' } as const;

export const copyItem: Cmdlet = {
  kind: 'cmdlet',
  name: 'Copy-Item',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['copy', 'cpi'],
  implementingType: 'Microsoft.PowerShell.Commands.CopyItemCommand',
  defaultSet: 'Path',
  confirms: 'Medium',
  parameters: [
    ...pathParameters('both'),
    { name: 'Destination', type: 'String', position: 1, pipeline: 'property' },
    { name: 'Container', type: 'SwitchParameter' },
    { name: 'Recurse', type: 'SwitchParameter' },
    ...filterParameters,
    credential,
    force,
    passThru,
    { name: 'FromSession', unsupported: true },
    { name: 'ToSession', unsupported: true },
  ],
  create: (context) => ({
    process: () => {
      for (const item of existingItems(context)) copy(context, item);
    },
  }),
};

/** Where `-Destination` leads; a wildcard stands for the one item that it finds. */
export function destinationOf(context: CommandContext): ItemPath {
  const given = textOf(context.parameters, 'Destination') ?? '.';
  const drives = drivesFor(context);
  if (!/[*?[]/.test(given)) return drives.resolve(given);
  const [found] = expandPath(drives, given);
  if (!found) throw new ScriptError(providerRecord('PathNotFound', [given], given));
  return found;
}

function copy(context: CommandContext, item: ItemPath): void {
  const destination = attempt(context, () => destinationOf(context));
  if (!destination) return;
  const { provider, path } = item;
  const folder = provider.isContainer(path);
  const target = destination.provider.isContainer(destination.path) ? childOf(destination, leafOf(path)) : destination;
  const action = provider.values ? 'Copy Item' : folder ? 'Copy Directory' : 'Copy File';
  if (!context.shouldProcess(`Item: ${path} Destination: ${target.path}`, action)) return;
  const made = attempt(context, () => copyTo(context, item, target));
  if (made && switchOf(context.parameters, 'PassThru')) {
    const value = attempt(context, () => itemObject(target));
    if (value !== undefined) context.out.write(value);
  }
}

/** `-Container:$false`: the files of a tree come side by side. */
const isFlat = ({ parameters }: CommandContext): boolean =>
  parameters['Container'] !== undefined && !switchOf(parameters, 'Container');

function copyFlat(context: CommandContext, provider: FileSystemProvider, from: string): void {
  if (!provider.isContainer(from)) {
    return copyFile(context, provider, from, joinPath(destinationOf(context).path, leafOf(from)));
  }
  if (!switchOf(context.parameters, 'Recurse')) return;
  for (const name of provider.childNames(from, { hidden: true })) copyFlat(context, provider, joinPath(from, name));
}

function copyTo(context: CommandContext, item: ItemPath, target: ItemPath): true {
  const { fileSystem } = drivesFor(context);
  const { values } = item.provider;
  if (values) target.provider.values?.write(target.path, values.read(item.path));
  else if (isFlat(context)) copyFlat(context, fileSystem, item.path);
  else copyPath(context, fileSystem, item.path, target.path);
  return true;
}

function copyPath(context: CommandContext, provider: FileSystemProvider, from: string, to: string): void {
  if (from === to) throw new ScriptError(fileSystemRecord('CopyError', [from], from));
  if (!provider.isContainer(from)) return copyFile(context, provider, from, to);
  if (provider.exists(to) && !provider.isContainer(to)) {
    throw new ScriptError(fileSystemRecord('CopyContainerToLeaf', [], from));
  }
  inOperation({ operation: 'CopyDirectoryInfoItem', category: 'WriteError' }, () => provider.makeFolders(to));
  if (!switchOf(context.parameters, 'Recurse')) return;
  for (const name of provider.childNames(from, { hidden: true })) {
    copyPath(context, provider, joinPath(from, name), joinPath(to, name));
  }
}

function copyFile(context: CommandContext, { files }: FileSystemProvider, from: string, to: string): void {
  const mode = files.stat(to)?.mode ?? 0o200;
  if (switchOf(context.parameters, 'Force') && (mode & 0o200) === 0) files.setMode(to, mode | 0o200);
  inOperation(copying, () => files.copy(from, to));
}
