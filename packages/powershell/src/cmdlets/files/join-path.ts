import { expandPath } from '../../providers/expand.ts';
import { shownPath } from '../../providers/location.ts';
import { joinPath as join } from '../../providers/path-text.ts';
import { switchOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { attempt, drivesFor } from './item-paths.ts';
import { credential } from './path-parameters.ts';

export const joinPath: Cmdlet = {
  kind: 'cmdlet',
  name: 'Join-Path',
  module: 'Microsoft.PowerShell.Management',
  implementingType: 'Microsoft.PowerShell.Commands.JoinPathCommand',
  outputTypes: ['System.String'],
  parameters: [
    { name: 'Path', type: 'String[]', aliases: ['PSPath'], pipeline: 'both', mandatory: true, position: 0 },
    {
      name: 'ChildPath',
      type: 'String[]',
      pipeline: 'property',
      mandatory: true,
      position: 1,
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
    },
    {
      name: 'AdditionalChildPath',
      type: 'String[]',
      pipeline: 'property',
      position: 2,
      remaining: true,
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
    },
    { name: 'Resolve', type: 'SwitchParameter' },
    credential,
  ],
  create: (context) => ({
    process: () => {
      const { parameters } = context;
      const children = [
        ...(textsOf(parameters, 'ChildPath') ?? []),
        ...(textsOf(parameters, 'AdditionalChildPath') ?? []),
      ];
      for (const parent of textsOf(parameters, 'Path') ?? []) write(context, joined(context, parent, children));
    },
  }),
};

/** A drive that is named has to exist. */
function joined(context: CommandContext, parent: string, children: readonly string[]): string | undefined {
  const drive = /^([^\\/:]+):/.exec(parent)?.[1];
  if (drive !== undefined && !parent.includes('::')) {
    if (!attempt(context, () => drivesFor(context).drive(drive))) return undefined;
  }
  return children.reduce(join, parent);
}

function write(context: CommandContext, path: string | undefined): void {
  if (path === undefined) return;
  if (!switchOf(context.parameters, 'Resolve')) return context.out.write(path);
  for (const item of attempt(context, () => expandPath(drivesFor(context), path)) ?? []) {
    context.out.write(shownPath(item));
  }
}
