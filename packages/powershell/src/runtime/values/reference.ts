/** `[ref]$x`: a way to the variable that it was made from, or a value of its own. Source: PSReference. */
export class Reference {
  readonly read: () => unknown;
  readonly write: (value: unknown) => void;

  constructor(read: () => unknown, write: (value: unknown) => void) {
    this.read = read;
    this.write = write;
  }
}

/** A reference to a value that no variable has. */
export function holding(initial: unknown): Reference {
  let value = initial;
  return new Reference(
    () => value,
    (given) => {
      value = given;
    },
  );
}
