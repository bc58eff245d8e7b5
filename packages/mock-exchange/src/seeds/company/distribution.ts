import type { SeededRandom } from '@cutover/base';

/** One number of the standard normal distribution. Box and Muller */
const normal = (random: SeededRandom): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

/** A size, spread log-normally around its median as those of files and mailboxes are, and kept within bounds. */
export function logNormal(
  random: SeededRandom,
  { median, sigma, least, most }: { median: number; sigma: number; least: number; most: number },
): number {
  return Math.round(Math.min(Math.max(median * Math.exp(normal(random) * sigma), least), most));
}

/** One of several, each as likely as its weight says. */
export function pickWeighted<T>(random: SeededRandom, weighted: readonly (readonly [T, number])[]): T {
  let left = random.next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weighted) {
    left -= weight;
    if (left < 0) return value;
  }
  return weighted.at(-1)![0];
}

const day = 86_400_000;
const minute = 60_000;
const saturday = 6;

/** Minutes of the day at which office mail is sent: few before eight, most before and after lunch, some at night. */
const hours: readonly (readonly [hour: number, weight: number])[] = [
  [7, 2],
  [8, 8],
  [9, 12],
  [10, 13],
  [11, 11],
  [12, 6],
  [13, 9],
  [14, 11],
  [15, 10],
  [16, 9],
  [17, 6],
  [19, 1],
  [21, 2],
];

export interface Period {
  readonly from: number;
  readonly to: number;
  /** Hours that the place is ahead of UTC. */
  readonly utcOffset: number;
}

/** A moment in the period: more of them towards its end, few on Saturdays and Sundays, most in office hours. */
export function officeMoment(random: SeededRandom, { from, to, utcOffset }: Period): number {
  const share = Math.sqrt(random.next());
  let begin = Math.floor((from + (to - from) * share) / day) * day;
  const weekday = new Date(begin).getUTCDay();
  const isWeekend = weekday === 0 || weekday === saturday;
  if (isWeekend && random.next() < 0.85) begin -= (weekday === 0 ? 2 : 1) * day;
  const minuteOfDay = (pickWeighted(random, hours) - utcOffset) * 60 + random.integer(0, 59);
  return begin + minuteOfDay * minute + random.integer(0, 59) * 1000;
}
