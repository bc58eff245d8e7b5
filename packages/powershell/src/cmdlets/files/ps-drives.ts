import { WildcardPattern } from '../../dotnet/index.ts';
import { Drive } from '../../providers/drive.ts';
import { providerRecord } from '../../providers/provider-errors.ts';
import { switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { attempt, drivesFor } from './item-paths.ts';
import { credential, force } from './path-parameters.ts';

const module = 'Microsoft.PowerShell.Management';

export const newPSDrive: Cmdlet = {
  kind: 'cmdlet',
  name: 'New-PSDrive',
  module,
  aliases: ['ndr'],
  implementingType: 'Microsoft.PowerShell.Commands.NewPSDriveCommand',
  confirms: 'Medium',
  parameters: [
    { name: 'Name', type: 'String', pipeline: 'property', mandatory: true, position: 0 },
    { name: 'PSProvider', type: 'String', pipeline: 'property', mandatory: true, position: 1 },
    { name: 'Root', type: 'String', pipeline: 'property', mandatory: true, position: 2, allowEmptyString: true },
    { name: 'Description', type: 'String', pipeline: 'property' },
    { name: 'Scope', type: 'String', pipeline: 'property' },
    { name: 'Persist', unsupported: true },
    { ...credential, unsupported: true },
  ],
  create: (context) => ({
    process: () => {
      const drive = attempt(context, () => driveOf(context));
      if (!drive || !context.shouldProcess(driveTarget(drive), 'New drive')) return;
      drivesFor(context).add(drive);
      context.out.write(drive);
    },
  }),
};

const driveTarget = ({ name, provider, root }: Drive): string =>
  `Name: ${name} Provider: ${provider.text()} Root: ${root}`;

function driveOf(context: CommandContext): Drive {
  const { parameters } = context;
  const drives = drivesFor(context);
  const name = textOf(parameters, 'Name')!;
  const provider = drives.provider(textOf(parameters, 'PSProvider')!);
  if (drives.find(name)) throw new ScriptError(providerRecord('DriveAlreadyExists', [name], name));
  const given = textOf(parameters, 'Root') ?? '';
  const root = provider === drives.fileSystem ? drives.resolve(given).path : given;
  if (!provider.isContainer(root)) throw new ScriptError(providerRecord('DriveRootError', [given], name));
  return new Drive({ name, provider, root, description: textOf(parameters, 'Description') ?? '' });
}

function chosenDrives(context: CommandContext): readonly Drive[] {
  const { parameters } = context;
  const drives = drivesFor(context);
  const providers = textsOf(parameters, 'PSProvider')?.map((name) => new WildcardPattern(name));
  const literal = textsOf(parameters, 'LiteralName');
  const names = literal ?? textsOf(parameters, 'Name') ?? ['*'];
  return names.flatMap((name) => {
    const pattern = literal ? undefined : new WildcardPattern(name);
    const found = drives.all
      .filter((drive) => pattern?.isMatch(drive.name) ?? drive.name.toLowerCase() === name.toLowerCase())
      .filter(({ provider }) => !providers || providers.some((each) => each.isMatch(provider.name)));
    if (found.length === 0 && !/[*?[]/.test(name)) context.writeError(providerRecord('DriveNotFound', [name], name));
    return found;
  });
}

const names = (mandatory: boolean) =>
  [
    {
      name: 'LiteralName',
      type: 'String[]',
      pipeline: 'property',
      sets: { LiteralName: { mandatory: true, position: 0 } },
    },
    {
      name: 'Name',
      type: 'String[]',
      pipeline: 'property',
      sets: { Name: { ...(mandatory ? { mandatory } : {}), position: 0 } },
    },
    { name: 'PSProvider', type: 'String[]', pipeline: 'property' },
    { name: 'Scope', type: 'String', pipeline: 'property' },
  ] as const;

export const getPSDrive: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-PSDrive',
  module,
  aliases: ['gdr'],
  implementingType: 'Microsoft.PowerShell.Commands.GetPSDriveCommand',
  outputTypes: ['System.Management.Automation.PSDriveInfo'],
  defaultSet: 'Name',
  parameters: names(false),
  create: (context) => ({
    process: () => {
      for (const drive of chosenDrives(context)) context.out.write(drive);
    },
  }),
};

export const removePSDrive: Cmdlet = {
  kind: 'cmdlet',
  name: 'Remove-PSDrive',
  module,
  aliases: ['rdr'],
  implementingType: 'Microsoft.PowerShell.Commands.RemovePSDriveCommand',
  defaultSet: 'Name',
  confirms: 'Medium',
  parameters: [...names(true), force],
  create: (context) => ({
    process: () => {
      for (const drive of chosenDrives(context)) {
        if (!context.shouldProcess(driveTarget(drive), 'Remove Drive')) continue;
        if (isInUse(context, drive)) context.writeError(providerRecord('DriveInUse', [drive.name], drive.name));
        else drivesFor(context).remove(drive.name);
      }
    },
  }),
};

const isInUse = (context: CommandContext, drive: Drive): boolean =>
  !switchOf(context.parameters, 'Force') && drivesFor(context).location.drive === drive;

export const getPSProvider: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-PSProvider',
  module,
  implementingType: 'Microsoft.PowerShell.Commands.GetPSProviderCommand',
  outputTypes: ['System.Management.Automation.ProviderInfo'],
  parameters: [{ name: 'PSProvider', type: 'String[]', pipeline: 'property', position: 0 }],
  create: (context) => ({
    process: () => {
      const drives = drivesFor(context);
      const wanted = textsOf(context.parameters, 'PSProvider');
      if (!wanted) for (const provider of drives.providers) context.out.write(provider);
      for (const name of wanted ?? []) {
        const provider = attempt(context, () => drives.provider(name));
        if (provider) context.out.write(provider);
      }
    },
  }),
};
