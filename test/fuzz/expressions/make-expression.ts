import type { SeededRandom } from '@cutover/base';
import { binaryOperators, formats, pipelines, prefixes, suffixes, values } from './expression-parts.ts';

const pick = (random: SeededRandom, parts: readonly string[]): string => parts[random.integer(0, parts.length - 1)]!;

/** An expression of the language made by chance: sense it has none, but an answer or an error. */
export function makeExpression(random: SeededRandom, depth = random.integer(1, 3)): string {
  const part = (): string => makeExpression(random, depth - 1);
  const chance = random.integer(0, 99);
  if (depth <= 0 || chance < 12) return pick(random, values);
  if (chance < 55) return `(${part()}) ${pick(random, binaryOperators)} (${part()})`;
  if (chance < 72) return `${pick(random, prefixes)}(${part()})`;
  if (chance < 88) return `(${part()})${pick(random, suffixes)}`;
  if (chance < 93) return `${pick(random, formats)} -f (${part()})`;
  return chance < 97 ? `(${part()} | ${pick(random, pipelines)})` : `"<$(${part()})>"`;
}
