import { type DateTime, DotnetError } from '../../dotnet/index.ts';
import { expandPath } from '../../providers/expand.ts';
import { FileSystemInfo } from '../../providers/file-system/file-info.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { providerRecord } from '../../providers/provider-errors.ts';
import { switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { listOf } from '../../runtime/values/enumerate.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { chosenBy, drivesFor } from './item-paths.ts';
import { credential, filterParameters } from './path-parameters.ts';

const lenient = { allowNull: true, allowEmptyString: true, allowEmptyCollection: true } as const;

export const testPath: Cmdlet = {
  kind: 'cmdlet',
  name: 'Test-Path',
  module: 'Microsoft.PowerShell.Management',
  implementingType: 'Microsoft.PowerShell.Commands.TestPathCommand',
  outputTypes: ['System.Boolean'],
  defaultSet: 'Path',
  parameters: [
    {
      name: 'LiteralPath',
      type: 'String[]',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      ...lenient,
      sets: { LiteralPath: { mandatory: true } },
    },
    { name: 'Path', type: 'String[]', pipeline: 'both', ...lenient, sets: { Path: { mandatory: true, position: 0 } } },
    ...filterParameters,
    credential,
    { name: 'IsValid', type: 'SwitchParameter' },
    { name: 'PathType', type: 'Microsoft.PowerShell.Commands.TestPathType', aliases: ['Type'] },
    { name: 'NewerThan', type: 'System.DateTime' },
    { name: 'OlderThan', type: 'System.DateTime' },
  ],
  create: (context) => ({
    process: () => {
      const given = context.parameters['LiteralPath'] ?? context.parameters['Path'] ?? null;
      const paths = listOf(given) ?? (given === null ? [] : [given]);
      if (paths.length === 0) context.writeError(providerRecord('NullPath'));
      for (const path of paths) {
        if (path === null) context.writeError(providerRecord('NullPath'));
        else context.out.write(isThere(context, toText(path)));
      }
    },
  }),
};

function isThere(context: CommandContext, path: string): boolean {
  if (path.trim() === '') return false;
  if (switchOf(context.parameters, 'IsValid')) return !path.includes('\0');
  return found(context, path).some((item) => isWanted(context, item));
}

function found(context: CommandContext, path: string): readonly ItemPath[] {
  const literal = context.parameters['LiteralPath'] !== undefined;
  try {
    return expandPath(drivesFor(context), path, { literal, hidden: true }).filter(chosenBy(context));
  } catch (error) {
    if (error instanceof ScriptError || error instanceof DotnetError) return [];
    throw error;
  }
}

function isWanted({ parameters }: CommandContext, { provider, path }: ItemPath): boolean {
  const type = textOf(parameters, 'PathType')?.toLowerCase() ?? 'any';
  if (type !== 'any' && provider.isContainer(path) !== (type === 'container')) return false;
  const [newer, older] = [parameters['NewerThan'], parameters['OlderThan']] as (DateTime | undefined)[];
  if (!newer && !older) return true;
  const item = provider.get(path);
  if (!(item instanceof FileSystemInfo)) return false;
  const { ticks } = item.time('modified').toLocalTime();
  return (!newer || ticks > newer.toLocalTime().ticks) && (!older || ticks < older.toLocalTime().ticks);
}
