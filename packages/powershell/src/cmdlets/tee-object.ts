import { withInput } from '../runtime/engine/cmdlet-context.ts';
import { textOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import { nothing } from '../runtime/values/nothing.ts';
import { outFile } from './files/out-file.ts';
import { inputReader } from './objects/input-object.ts';

const file = 'File';
const literal = 'LiteralFile';
const variable = 'Variable';

export const teeObject: Cmdlet = {
  kind: 'cmdlet',
  name: 'Tee-Object',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['tee'],
  implementingType: 'Microsoft.PowerShell.Commands.TeeObjectCommand',
  defaultSet: file,
  parameters: [
    { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
    { name: 'FilePath', type: 'String', aliases: ['Path'], sets: { [file]: { position: 0, mandatory: true } } },
    { name: 'LiteralPath', type: 'String', aliases: ['PSPath', 'LP'], sets: { [literal]: { mandatory: true } } },
    { name: 'Append', type: 'SwitchParameter', sets: { [file]: {} } },
    { name: 'Encoding', position: 1, validate: [{ kind: 'notNullOrEmpty' }] },
    { name: 'Variable', type: 'String', sets: { [variable]: { mandatory: true } } },
  ],
  takesBoxed: true,
  create: (context) => tee(context),
};

/** Passes objects on and keeps them in a file or a variable. */
function tee(context: CommandContext): Processor {
  const read = inputReader(context);
  const keeper = 'Variable' in context.parameters ? keepInVariable(context) : outFile.create(withInput(context));
  return {
    begin: () => keeper.begin?.(),
    process: (item) => {
      const input = read(item);
      if (input === nothing) return;
      keeper.process?.(input);
      context.out.write(input);
    },
    end: () => keeper.end?.(),
  };
}

/** All objects as one value, in the current scope. */
function keepInVariable({ parameters, session }: CommandContext): Processor {
  const items: unknown[] = [];
  return {
    process: (item) => void items.push(item),
    end: () => {
      const value = items.length > 1 ? items : (items[0] ?? null);
      session.scope.setLocal(textOf(parameters, 'Variable') ?? '', value);
    },
  };
}
