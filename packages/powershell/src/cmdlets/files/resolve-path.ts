import { PathInfo } from '../../providers/location.ts';
import { normalPath, relativePath } from '../../providers/path-text.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { drivesFor, existingItems } from './item-paths.ts';
import { credential, force, pathParameters } from './path-parameters.ts';

export const resolvePath: Cmdlet = {
  kind: 'cmdlet',
  name: 'Resolve-Path',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['rvpa'],
  implementingType: 'Microsoft.PowerShell.Commands.ResolvePathCommand',
  outputTypes: ['System.Management.Automation.PathInfo'],
  defaultSet: 'Path',
  parameters: [
    ...pathParameters('both'),
    { name: 'Relative', type: 'SwitchParameter', sets: { Path: {}, LiteralPath: {} } },
    { name: 'RelativeBasePath', type: 'String' },
    credential,
    force,
  ],
  create: (context) => ({
    process: () => {
      const isRelative = switchOf(context.parameters, 'Relative');
      for (const item of existingItems(context)) {
        context.out.write(isRelative ? relativePath(baseOf(context), item.path) : new PathInfo(shown(context, item)));
      }
    },
  }),
};

const baseOf = (context: CommandContext): string => {
  const base = textOf(context.parameters, 'RelativeBasePath');
  const drives = drivesFor(context);
  return base === undefined ? drives.folder : normalPath(drives.resolve(base).path);
};

/** A path that was given with its provider is shown so; every other with its drive. */
const shown = (context: CommandContext, item: ItemPath): ItemPath =>
  item.drive || item.provider.name !== 'FileSystem' ? item : drivesFor(context).fileSystemPath(item.path);

export const convertPath: Cmdlet = {
  kind: 'cmdlet',
  name: 'Convert-Path',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['cvpa'],
  implementingType: 'Microsoft.PowerShell.Commands.ConvertPathCommand',
  defaultSet: 'Path',
  parameters: [...pathParameters('both'), force],
  create: (context) => ({
    process: () => {
      for (const { path } of existingItems(context)) context.out.write(path);
    },
  }),
};
