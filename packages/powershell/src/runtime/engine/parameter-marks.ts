const marks = new WeakMap<readonly unknown[], ReadonlyMap<number, string>>();

/** Remembers which elements of `$args` were parameters, so that `@args` gives them on as such. */
export function markParameterNames(args: unknown[], names: ReadonlyMap<number, string>): unknown[] {
  if (names.size > 0) marks.set(args, names);
  return args;
}

/** The names of the parameters among the elements of an array, by their places. */
export const parameterNames = (args: readonly unknown[]): ReadonlyMap<number, string> | undefined => marks.get(args);
