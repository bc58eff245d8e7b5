import { registerCompleter } from '../../completion/argument-completers.ts';
import { textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { ScriptBlock } from '../../runtime/values/script-block.ts';
import { toText } from '../../runtime/values/to-text.ts';

/** Programs' arguments are completed as files: completers for them are refused. */
export const registerArgumentCompleter: Cmdlet = {
  kind: 'cmdlet',
  name: 'Register-ArgumentCompleter',
  module: 'Microsoft.PowerShell.Core',
  implementingType: 'Microsoft.PowerShell.Commands.RegisterArgumentCompleterCommand',
  parameters: [
    { name: 'CommandName', type: 'String[]', sets: { PowerShellSet: {} } },
    { name: 'ParameterName', type: 'String', sets: { PowerShellSet: { mandatory: true } } },
    { name: 'ScriptBlock', type: 'ScriptBlock', mandatory: true },
    { name: 'Native', type: 'SwitchParameter', sets: { NativeCommandSet: {} }, unsupported: true },
    { name: 'NativeFallback', type: 'SwitchParameter', sets: { NativeFallbackSet: {} }, unsupported: true },
  ],
  defaultSet: 'PowerShellSet',
  create: ({ session, parameters }) => ({
    end: () => {
      const parameter = toText(parameters['ParameterName']);
      const block = parameters['ScriptBlock'] as ScriptBlock;
      const commands = textsOf(parameters, 'CommandName') ?? [];
      const names = commands.length > 0 ? commands.map((command) => `${command}:${parameter}`) : [parameter];
      for (const name of names) registerCompleter(session, name, block);
    },
  }),
};
