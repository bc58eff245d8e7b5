/**
 * An object out of two JSON texts: the members of the second are read when one of them is first asked for. Most programs need the names of
 * all cmdlets and the parameters of few.
 */
export function readLazily<T extends object>(head: string, names: readonly (keyof T & string)[], tail: string): T {
  const object = JSON.parse(head) as T;
  let rest: Partial<T> | undefined;
  for (const name of names) {
    Object.defineProperty(object, name, {
      enumerable: true,
      get: () => (rest ??= JSON.parse(tail) as Partial<T>)[name],
    });
  }
  return object;
}
