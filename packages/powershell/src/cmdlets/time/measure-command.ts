import { performance } from 'node:perf_hooks';
import { TimeSpan } from '../../dotnet/index.ts';
import { callBlockInScope } from '../run-block.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { discard } from '../../runtime/engine/output.ts';
import { ScriptBlock } from '../../runtime/values/script-block.ts';

export const measureCommand: Cmdlet = {
  kind: 'cmdlet',
  name: 'Measure-Command',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.MeasureCommandCommand',
  outputTypes: ['System.TimeSpan'],
  parameters: [
    { name: 'Expression', type: 'ScriptBlock', mandatory: true, position: 0 },
    { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
  ],
  create: (context) => {
    let elapsed = 0;
    return {
      process: () => {
        const { Expression: block, InputObject: item = null } = context.parameters;
        const start = performance.now();
        if (block instanceof ScriptBlock) callBlockInScope(context, block, { out: discard, variables: { _: item } });
        elapsed += performance.now() - start;
      },
      end: () => context.out.write(new TimeSpan(BigInt(Math.round(elapsed * 10_000)))),
    };
  },
};
