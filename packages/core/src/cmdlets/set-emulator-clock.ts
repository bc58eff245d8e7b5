import { z } from 'zod';
import { defineCmdlet, param } from '../define-cmdlet.ts';
import { clockModes, emulatorClock } from '../objects/emulator-clock.ts';
import { enumerator, shouldProcess } from '../parameter-types.ts';

/** Lets the time of the emulated organization run faster, stand still, or pass at once. Ours: the product has no such cmdlet. */
export const setEmulatorClock = defineCmdlet({
  name: 'Set-EmulatorClock',
  synopsis: 'Lets the time of the emulated organization run faster, stand still, or pass at once.',
  description:
    'A rehearsal of weeks takes seconds: -Advance has everything done that falls due on the way, each at its own time. Get-Date and Start-Sleep of scripts follow it. The clock never goes back.',
  output: emulatorClock,
  returns: 'one',
  extension: true,
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Setting the clock', impact: 'Medium' },
  parameters: {
    Advance: param(z.number().nonnegative(), {
      help: 'How much time passes at once.',
      extension: true,
      type: 'TimeSpan',
    }),
    Factor: param(z.number().positive().max(1_000_000), {
      help: 'How many times as fast a scaled clock runs, 60 when it is left out.',
      extension: true,
      type: 'Double',
    }),
    Mode: param(enumerator(clockModes), {
      help: 'Real: as time passes. Scaled: so many times as fast. Stepped: only by -Advance.',
      extension: true,
      type: 'ClockMode',
      values: clockModes,
    }),
    ...shouldProcess,
  },
  examples: [{ title: 'Let three days pass', script: 'Set-EmulatorClock -Advance 3.00:00:00', expect: 'Real' }],
});
