import { expandPath } from '../../providers/expand.ts';
import { shownPath } from '../../providers/location.ts';
import { extensionOf, leafOf, parentOf } from '../../providers/path-text.ts';
import { providerRecord } from '../../providers/provider-errors.ts';
import { switchOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { attempt, drivesFor, givenPaths } from './item-paths.ts';
import { credential } from './path-parameters.ts';

const sets = ['Parent', 'Leaf', 'LeafBase', 'Extension', 'Qualifier', 'NoQualifier', 'IsAbsolute'] as const;
type Part = (typeof sets)[number];

const qualifierOf = (path: string): string | undefined => /^[^\\/:]+:/.exec(path)?.[0];

export const splitPath: Cmdlet = {
  kind: 'cmdlet',
  name: 'Split-Path',
  module: 'Microsoft.PowerShell.Management',
  implementingType: 'Microsoft.PowerShell.Commands.SplitPathCommand',
  defaultSet: 'ParentSet',
  parameters: [
    {
      name: 'Path',
      type: 'String[]',
      pipeline: 'both',
      sets: Object.fromEntries(sets.map((part) => [`${part}Set`, { mandatory: true, position: 0 }])),
    },
    {
      name: 'LiteralPath',
      type: 'String[]',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      sets: { LiteralPathSet: { mandatory: true } },
    },
    { name: 'Parent', type: 'SwitchParameter', pipeline: 'property', sets: { ParentSet: {} } },
    { name: 'Leaf', type: 'SwitchParameter', pipeline: 'property', sets: { LeafSet: { mandatory: true } } },
    { name: 'LeafBase', type: 'SwitchParameter', pipeline: 'property', sets: { LeafBaseSet: { mandatory: true } } },
    { name: 'Extension', type: 'SwitchParameter', pipeline: 'property', sets: { ExtensionSet: { mandatory: true } } },
    {
      name: 'Qualifier',
      type: 'SwitchParameter',
      pipeline: 'property',
      sets: { QualifierSet: { mandatory: true, position: 1 } },
    },
    {
      name: 'NoQualifier',
      type: 'SwitchParameter',
      pipeline: 'property',
      sets: { NoQualifierSet: { mandatory: true } },
    },
    { name: 'IsAbsolute', type: 'SwitchParameter', sets: { IsAbsoluteSet: { mandatory: true } } },
    { name: 'Resolve', type: 'SwitchParameter' },
    credential,
  ],
  create: (context) => ({
    process: () => {
      const part = sets.find((name) => switchOf(context.parameters, name)) ?? 'Parent';
      for (const path of pathsOf(context)) writePart(context, part, path);
    },
  }),
};

function pathsOf(context: CommandContext): readonly string[] {
  const { paths, literal } = givenPaths(context);
  if (!switchOf(context.parameters, 'Resolve')) return paths;
  const drives = drivesFor(context);
  return paths.flatMap((path) => attempt(context, () => expandPath(drives, path, { literal }))?.map(shownPath) ?? []);
}

const readers: Readonly<Record<Exclude<Part, 'Qualifier'>, (path: string) => unknown>> = {
  Parent: parentOf,
  Leaf: leafOf,
  LeafBase: (path) => {
    const leaf = leafOf(path);
    const extension = extensionOf(leaf);
    return extension === '' ? leaf : leaf.slice(0, -extension.length);
  },
  Extension: (path) => extensionOf(leafOf(path)),
  NoQualifier: (path) => path.slice(qualifierOf(path)?.length ?? 0),
  IsAbsolute: (path) => /^[\\/]/.test(path) || qualifierOf(path) !== undefined,
};

function writePart(context: CommandContext, part: Part, path: string): void {
  if (part === 'Parent' && /^[\\/]+$/.test(path))
    return context.writeError(providerRecord('InvalidPath', ['path'], path));
  if (part !== 'Qualifier') return context.out.write(readers[part](path));
  const qualifier = qualifierOf(path);
  if (qualifier === undefined) return context.writeError(providerRecord('NoQualifier', [path], path));
  return context.out.write(qualifier);
}
