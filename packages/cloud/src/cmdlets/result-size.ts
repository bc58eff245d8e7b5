import type { CmdletContext } from '../implement.ts';

const usual = 1000;

/** The first -ResultSize of the results; says so when there are more. */
export function resultSize<T>(
  { writeWarning }: Pick<CmdletContext, 'writeWarning'>,
  results: readonly T[],
  size: number | 'Unlimited' = usual,
): readonly T[] {
  if (size === 'Unlimited' || results.length <= size) return results;
  writeWarning(
    `There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter. (${results.length} in all, ${size} displayed)`,
  );
  return results.slice(0, size);
}
