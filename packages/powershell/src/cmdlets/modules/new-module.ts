import { switchOf, textOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { importModule } from '../../runtime/engine/import-exports.ts';
import { Module } from '../../runtime/engine/module.ts';
import { runModule } from '../../runtime/engine/run-module.ts';
import { listOf } from '../../runtime/values/enumerate.ts';
import { newGuidText } from '../../runtime/values/running-session.ts';
import { ScriptBlock } from '../../runtime/values/script-block.ts';
import { moduleObject } from './module-object.ts';

/** Makes a module of a block. */
export const newModule: Cmdlet = {
  kind: 'cmdlet',
  name: 'New-Module',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['nmo'],
  implementingType: 'Microsoft.PowerShell.Commands.NewModuleCommand',
  defaultSet: 'ScriptBlock',
  parameters: [
    { name: 'Name', type: 'String', pipeline: 'value', sets: { Name: { mandatory: true, position: 0 } } },
    {
      name: 'ScriptBlock',
      type: 'ScriptBlock',
      mandatory: true,
      sets: { Name: { position: 1 }, ScriptBlock: { position: 0 } },
    },
    { name: 'Function', type: 'String[]' },
    { name: 'Cmdlet', type: 'String[]' },
    { name: 'ArgumentList', type: 'Object[]', aliases: ['Args'] },
    { name: 'AsCustomObject', type: 'SwitchParameter' },
    { name: 'ReturnResult', type: 'SwitchParameter' },
  ],
  create: ({ session, streams, parameters, out }) => ({
    end: () => {
      const block = parameters['ScriptBlock'];
      if (!(block instanceof ScriptBlock)) return;
      const module = new Module({ name: textOf(parameters, 'Name') ?? `__DynamicModule_${newGuidText()}` });
      const args = listOf(parameters['ArgumentList']) ?? [];
      const result = runModule({ session, streams, module, block, args });
      if (switchOf(parameters, 'AsCustomObject')) return out.write(moduleObject(module));
      importModule(module, session.scope.module?.scope ?? session.global, {
        functions: textsOf(parameters, 'Function'),
      });
      out.write(switchOf(parameters, 'ReturnResult') ? result : module);
    },
  }),
};
