import { DateTime, TimeSpan } from '../../dotnet/index.ts';
import { numberOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { now } from './now.ts';

const units = ['Days', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'] as const;
const ticks = [864_000_000_000n, 36_000_000_000n, 600_000_000n, 10_000_000n, 10_000n] as const;

export const newTimeSpan: Cmdlet = {
  kind: 'cmdlet',
  name: 'New-TimeSpan',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.NewTimeSpanCommand',
  outputTypes: ['System.TimeSpan'],
  defaultSet: 'Date',
  parameters: [
    { name: 'Start', type: 'DateTime', aliases: ['LastWriteTime'], pipeline: 'both', sets: { Date: { position: 0 } } },
    { name: 'End', type: 'DateTime', pipeline: 'property', sets: { Date: { position: 1 } } },
    ...units.map((name) => ({ name, type: 'Int32', sets: { Time: {} } })),
  ],
  create: (context) => ({ process: () => context.out.write(spanOf(context)) }),
};

function spanOf({ parameters, session }: CommandContext): TimeSpan {
  if (units.some((name) => parameters[name] !== undefined)) {
    const parts = units.map((name, index) => BigInt(numberOf(parameters, name) ?? 0) * ticks[index]!);
    return new TimeSpan(parts.reduce((sum, part) => sum + part, 0n));
  }
  const current = now(session);
  const at = (name: string): DateTime => (parameters[name] instanceof DateTime ? parameters[name] : current);
  return at('End').subtract(at('Start'));
}
