import { switchOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { modulePath, findModuleFile } from '../../runtime/engine/find-module.ts';
import { manifestModule, readManifest } from '../../runtime/engine/load-module.ts';
import { Module } from '../../runtime/engine/module.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { cmdletModules } from './cmdlet-modules.ts';
import { wantedModules } from './wanted-modules.ts';

const remote: readonly ParameterSpec[] = [
  { name: 'PSSession', unsupported: true, sets: { PsSession: { mandatory: true } } },
  { name: 'CimSession', unsupported: true, sets: { CimSession: { mandatory: true } } },
  ...['CimNamespace', 'CimResourceUri', 'PSEdition'].map((name) => ({ name, unsupported: true }) as const),
];

export const getModule: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Module',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['gmo'],
  implementingType: 'Microsoft.PowerShell.Commands.GetModuleCommand',
  defaultSet: 'Loaded',
  outputTypes: ['System.Management.Automation.PSModuleInfo'],
  parameters: [
    { name: 'Name', type: 'String[]', position: 0, pipeline: 'value' },
    {
      name: 'FullyQualifiedName',
      type: 'Microsoft.PowerShell.Commands.ModuleSpecification[]',
      pipeline: 'property',
    },
    { name: 'All', type: 'SwitchParameter', sets: { Loaded: {}, Available: {} } },
    {
      name: 'ListAvailable',
      type: 'SwitchParameter',
      sets: { Available: { mandatory: true }, PsSession: { mandatory: true }, CimSession: { mandatory: true } },
    },
    { name: 'Refresh', type: 'SwitchParameter', sets: { Available: {}, PsSession: {}, CimSession: {} } },
    { name: 'SkipEditionCheck', type: 'SwitchParameter', sets: { Available: {}, PsSession: {}, CimSession: {} } },
    ...remote,
  ],
  create: (context) => ({
    process: () => {
      const isWanted = wantedModules(context.parameters);
      const all = switchOf(context.parameters, 'ListAvailable')
        ? availableModules(context)
        : context.session.modules.values();
      const found = Array.from(all).filter(isWanted);
      for (const module of found.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))) context.out.write(module);
    },
  }),
};

function* availableModules({ session, streams }: CommandContext): Generator<Module> {
  yield* cmdletModules(session).values();
  const { files } = session.capabilities;
  if (!files) return;
  for (const folder of modulePath(session)) {
    if (files.stat(folder)?.kind !== 'folder') continue;
    for (const name of files.list(folder)) {
      const path = findModuleFile(session, `${folder}/${name}`);
      if (path === undefined) continue;
      const isManifest = path.toLowerCase().endsWith('.psd1');
      yield isManifest ? manifestModule(readManifest(session, streams, path), path) : new Module({ name, path });
    }
  }
}
