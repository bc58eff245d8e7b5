import { defineCmdlet } from '../define-cmdlet.ts';
import { emulatorClock } from '../objects/emulator-clock.ts';

/** Shows the clock of the emulated organization. Ours: the product has no such cmdlet. */
export const getEmulatorClock = defineCmdlet({
  name: 'Get-EmulatorClock',
  synopsis: 'Shows the clock of the emulated organization.',
  description: 'Schedules, retention and times of reports follow it.',
  output: emulatorClock,
  returns: 'one',
  extension: true,
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  parameters: {},
  examples: [{ title: 'Show the clock', script: 'Get-EmulatorClock', expect: 'Real' }],
});
