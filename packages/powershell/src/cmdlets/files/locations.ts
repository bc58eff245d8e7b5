import { expandPath } from '../../providers/expand.ts';
import type { PathInfo } from '../../providers/location.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { providerRecord } from '../../providers/provider-errors.ts';
import { switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { attempt, drivesFor, givenPaths } from './item-paths.ts';
import { passThru } from './path-parameters.ts';

const module = 'Microsoft.PowerShell.Management';
const defaultStack = 'default';

/** The one container that a path names. */
function containerAt(context: CommandContext, path: string, literal: boolean): ItemPath {
  const found = expandPath(drivesFor(context), path, { literal }).filter((item) =>
    item.provider.isContainer(item.path),
  );
  const [first, second] = found;
  if (second) throw new ScriptError(providerRecord('PathResolvedToMultiple', [path], path));
  if (first) return first;
  const { path: shown } = drivesFor(context).resolve(path);
  throw new ScriptError(providerRecord('PathNotFound', [shown], shown));
}

/** Moves to what the command names; tells whether it could. */
function move(context: CommandContext): boolean {
  const { paths, literal } = givenPaths(context);
  const drives = drivesFor(context);
  const [path = '~'] = paths;
  const target = attempt(context, () => containerAt(context, path, literal));
  if (!target) return false;
  drives.moveTo(target);
  return true;
}

function writeLocation(context: CommandContext): void {
  if (switchOf(context.parameters, 'PassThru')) context.out.write(drivesFor(context).location);
}

const stackOf = (context: CommandContext): PathInfo[] =>
  drivesFor(context).stack(textOf(context.parameters, 'StackName') || defaultStack);

export const getLocation: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Location',
  module,
  aliases: ['gl', 'pwd'],
  implementingType: 'Microsoft.PowerShell.Commands.GetLocationCommand',
  outputTypes: ['System.Management.Automation.PathInfo'],
  defaultSet: 'Location',
  parameters: [
    { name: 'PSDrive', type: 'String[]', pipeline: 'property', sets: { Location: {} } },
    { name: 'PSProvider', type: 'String[]', pipeline: 'property', sets: { Location: {} } },
    { name: 'Stack', type: 'SwitchParameter', sets: { Stack: {} } },
    { name: 'StackName', type: 'String[]', pipeline: 'property', sets: { Stack: {} } },
  ],
  create: (context) => ({
    process: () => {
      for (const place of placesOf(context)) context.out.write(place);
    },
  }),
};

function placesOf(context: CommandContext): readonly PathInfo[] {
  const { parameters } = context;
  const drives = drivesFor(context);
  const names = textsOf(parameters, 'PSDrive');
  if (names) {
    return names.flatMap((name) => attempt(context, () => drives.locationOf(drives.drive(name))) ?? []);
  }
  const providers = textsOf(parameters, 'PSProvider');
  if (providers) return providers.flatMap((name) => attempt(context, () => drives.locationIn(name)) ?? []);
  if (!switchOf(parameters, 'Stack') && parameters['StackName'] === undefined) return [drives.location];
  return (textsOf(parameters, 'StackName') ?? [defaultStack]).flatMap((name) => drives.stack(name).toReversed());
}

export const setLocation: Cmdlet = {
  kind: 'cmdlet',
  name: 'Set-Location',
  module,
  aliases: ['cd', 'chdir', 'sl'],
  implementingType: 'Microsoft.PowerShell.Commands.SetLocationCommand',
  defaultSet: 'Path',
  parameters: [
    { name: 'Path', type: 'String', pipeline: 'both', sets: { Path: { position: 0 } } },
    {
      name: 'LiteralPath',
      type: 'String',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      sets: { LiteralPath: { mandatory: true } },
    },
    passThru,
    { name: 'StackName', type: 'String', pipeline: 'property', sets: { Stack: {} } },
  ],
  create: (context) => {
    const { parameters } = context;
    return {
      process: () => {
        const drives = drivesFor(context);
        const history = textOf(parameters, 'Path');
        if (history === '-' || history === '+') {
          const place = attempt(context, () => drives.goThroughHistory(history));
          if (place) writeLocation(context);
          return;
        }
        const before = drives.location;
        if (move(context)) {
          drives.remember(before);
          writeLocation(context);
        }
      },
    };
  },
};

export const pushLocation: Cmdlet = {
  kind: 'cmdlet',
  name: 'Push-Location',
  module,
  aliases: ['pushd'],
  implementingType: 'Microsoft.PowerShell.Commands.PushLocationCommand',
  defaultSet: 'Path',
  parameters: [
    { name: 'Path', type: 'String', pipeline: 'both', sets: { Path: { position: 0 } } },
    { name: 'LiteralPath', type: 'String', aliases: ['PSPath', 'LP'], pipeline: 'property', sets: { LiteralPath: {} } },
    passThru,
    { name: 'StackName', type: 'String', pipeline: 'property' },
  ],
  create: (context) => ({
    process: () => {
      const here = drivesFor(context).location;
      const hasPath = givenPaths(context).paths.length > 0;
      if (hasPath && !move(context)) return;
      stackOf(context).push(here);
      writeLocation(context);
    },
  }),
};

export const popLocation: Cmdlet = {
  kind: 'cmdlet',
  name: 'Pop-Location',
  module,
  aliases: ['popd'],
  implementingType: 'Microsoft.PowerShell.Commands.PopLocationCommand',
  parameters: [passThru, { name: 'StackName', type: 'String', pipeline: 'property' }],
  create: (context) => ({
    process: () => {
      const name = textOf(context.parameters, 'StackName');
      if (name && !drivesFor(context).hasStack(name)) {
        return context.writeError(providerRecord('StackNotFound', [name], name));
      }
      const place = stackOf(context).pop();
      if (place) drivesFor(context).moveTo(place.item);
      writeLocation(context);
    },
  }),
};
