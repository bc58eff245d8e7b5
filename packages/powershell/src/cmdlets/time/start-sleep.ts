import { TimeSpan } from '../../dotnet/index.ts';
import { numberOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { sleep } from './sleep.ts';

export const startSleep: Cmdlet = {
  kind: 'cmdlet',
  name: 'Start-Sleep',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.StartSleepCommand',
  defaultSet: 'Seconds',
  parameters: [
    {
      name: 'Seconds',
      type: 'Double',
      pipeline: 'both',
      sets: { Seconds: { mandatory: true, position: 0 } },
      validate: [{ kind: 'range', min: 0, max: 2147483.647 }],
    },
    {
      name: 'Milliseconds',
      type: 'Int32',
      aliases: ['ms'],
      pipeline: 'property',
      sets: { Milliseconds: { mandatory: true } },
      validate: [{ kind: 'range', min: 0, max: 2147483647 }],
    },
    {
      name: 'Duration',
      type: 'TimeSpan',
      aliases: ['ts'],
      pipeline: 'both',
      sets: { FromTimeSpan: { mandatory: true, position: 0 } },
    },
  ],
  create: (context) => ({ process: () => sleep(context.session, millisecondsOf(context)) }),
};

function millisecondsOf({ parameters }: CommandContext): number {
  const { Duration: duration } = parameters;
  if (duration instanceof TimeSpan) return Number(duration.ticks / 10_000n);
  return numberOf(parameters, 'Milliseconds') ?? Math.trunc((numberOf(parameters, 'Seconds') ?? 0) * 1000);
}
