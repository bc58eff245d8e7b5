/** System.IntPtr: a number that scripts hand on. */
export class IntPtr {
  readonly typeName = 'System.IntPtr';
  readonly value: bigint;

  constructor(value: bigint) {
    this.value = value;
  }

  text(): string {
    return this.value.toString();
  }
}
