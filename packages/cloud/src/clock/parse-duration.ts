import { cloudErrors } from '../errors.ts';

const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds of a duration such as `24h`, `1d 12h` or `90s`; a number is milliseconds already. */
export function parseDuration(duration: number | string): number {
  if (typeof duration === 'number') return duration;
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)\s*(ms|[smhd])\s*/gy)];
  const length = parts.reduce((sum, [text]) => sum + text.length, 0);
  if (parts.length === 0 || length !== duration.length) throw cloudErrors.durationInvalid({ duration });
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * units[unit!]!, 0);
}
