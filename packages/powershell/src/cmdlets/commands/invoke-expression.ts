import { textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { callBlockInScope } from '../run-block.ts';

export const invokeExpression: Cmdlet = {
  kind: 'cmdlet',
  name: 'Invoke-Expression',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['iex'],
  implementingType: 'Microsoft.PowerShell.Commands.InvokeExpressionCommand',
  parameters: [{ name: 'Command', type: 'String', pipeline: 'value', mandatory: true, position: 0 }],
  create: (context) => ({
    process: () => {
      const block = context.session.compile(textOf(context.parameters, 'Command') ?? '');
      callBlockInScope(context, block, { out: context.out });
    },
  }),
};
