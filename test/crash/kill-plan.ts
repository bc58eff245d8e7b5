import { seededRandom } from '@cutover/base';

/** When a migrating process is to die. */
export type Kill =
  | { readonly kind: 'time'; /** From the beginning of its copy on. */ readonly milliseconds: number }
  | { readonly kind: 'commit'; readonly moment: 'before' | 'after'; readonly number: number }
  | { readonly kind: 'never' };

/** Half of the kills at seeded times inside the copy, half at the n-th commit, right before it and right after it by turns. */
export function killPlan(count: number, seed: number): Kill[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) =>
    index % 2 === 0
      ? { kind: 'time', milliseconds: random.integer(0, 600) }
      : { kind: 'commit', moment: index % 4 === 1 ? 'before' : 'after', number: random.integer(1, 16) },
  );
}

export function describeKill(kill: Kill): string {
  if (kill.kind === 'time') return `${kill.milliseconds} ms into the copy`;
  return kill.kind === 'commit' ? `${kill.moment} commit ${kill.number}` : 'never';
}
