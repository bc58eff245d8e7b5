/** `[ref]$x`: a way to the variable that it was made from, or a value of its own. Source: PSReference. */
export class Reference {
  readonly read: () => unknown;
  readonly write: (value: unknown) => void;

  constructor(read: () => unknown, write: (value: unknown) => void) {
    this.read = read;
    this.write = write;
  }
}
