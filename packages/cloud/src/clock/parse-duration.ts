import { millisecondsIn } from '@cutover/base';
import { cloudErrors } from '../errors.ts';

/** Milliseconds of a duration such as `24h`, `1d 12h` or `90s`; a number is milliseconds already. */
export function parseDuration(duration: number | string): number {
  if (typeof duration === 'number') return duration;
  const milliseconds = millisecondsIn(duration);
  if (milliseconds === undefined) throw cloudErrors.durationInvalid({ duration });
  return milliseconds;
}
