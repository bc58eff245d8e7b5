/** Every value of a list, or which to add and which to remove. */
export type ListChange =
  | readonly string[]
  | { readonly Add?: readonly string[] | undefined; readonly Remove?: readonly string[] | undefined };

interface Rules {
  /** Makes of a given value what is kept of it. */
  readonly keep?: (value: string) => string;
  readonly same?: (one: string, other: string) => boolean;
}

const ignoringCase = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The list after a change; what is there already is not added once more. Source: MultiValuedProperty of the product. */
export function changedList(
  list: readonly string[],
  change: ListChange,
  { keep = String, same = ignoringCase }: Rules = {},
): string[] {
  const isWhole = (value: ListChange): value is readonly string[] => Array.isArray(value);
  const { Add = [], Remove = [] } = isWhole(change) ? { Add: change } : change;
  const removed = Remove.map(keep);
  const kept = isWhole(change) ? [] : list.filter((value) => !removed.some((gone) => same(value, gone)));
  for (const value of Add.map(keep)) if (!kept.some((one) => same(one, value))) kept.push(value);
  return kept;
}
