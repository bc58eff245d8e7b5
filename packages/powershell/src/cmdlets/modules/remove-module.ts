import { textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { removeExports } from '../../runtime/engine/import-exports.ts';
import { Module } from '../../runtime/engine/module.ts';
import { makeRecord } from '../../runtime/errors/script-error.ts';
import { listOf } from '../../runtime/values/enumerate.ts';
import { callBlockInScope } from '../run-block.ts';
import { wantedModules } from './wanted-modules.ts';

const first = { mandatory: true, position: 0 } as const;

export const removeModule: Cmdlet = {
  kind: 'cmdlet',
  name: 'Remove-Module',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['rmo'],
  implementingType: 'Microsoft.PowerShell.Commands.RemoveModuleCommand',
  confirms: 'Medium',
  defaultSet: 'name',
  parameters: [
    { name: 'Name', type: 'String[]', pipeline: 'value', sets: { name: first } },
    {
      name: 'ModuleInfo',
      type: 'System.Management.Automation.PSModuleInfo[]',
      pipeline: 'value',
      sets: { ModuleInfo: first },
    },
    {
      name: 'FullyQualifiedName',
      type: 'Microsoft.PowerShell.Commands.ModuleSpecification[]',
      pipeline: 'value',
      sets: { FullyQualifiedName: first },
    },
    { name: 'Force', type: 'SwitchParameter' },
  ],
  create: (context) => ({
    process: () => {
      const { session, parameters } = context;
      const names = textsOf(parameters, 'Name') ?? [];
      const given = (listOf(parameters['ModuleInfo']) ?? []).filter((each) => each instanceof Module);
      const isNamed = 'Name' in parameters || 'FullyQualifiedName' in parameters;
      const named = isNamed ? Array.from(session.modules.values()).filter(wantedModules(parameters)) : [];
      const modules = [...given, ...named];
      if (modules.length === 0) context.writeError(makeRecord('NoModulesRemoved', [], { target: names }));
      for (const module of modules) remove(context, module);
    },
  }),
};

function remove(context: CommandContext, module: Module): void {
  if (!context.shouldProcess(module.name, 'Remove-Module')) return;
  if (module.onRemove) callBlockInScope(context, module.onRemove, { out: context.out, args: [module] });
  const { session } = context;
  removeExports(module, session.scope.module?.scope ?? session.global);
  session.modules.delete(module.name.toLowerCase());
}
