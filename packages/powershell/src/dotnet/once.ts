/** Makes a value when it is first asked for: what few scripts need is none of the start's business. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
