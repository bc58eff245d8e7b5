/** An attribute that code makes: `[Parameter]::new()`; its arguments and what was set of its properties. */
export class AttributeValue {
  readonly typeName: string;
  readonly args: readonly unknown[];
  /** Properties that were set, by lower-case name. */
  readonly named = new Map<string, unknown>();

  constructor(typeName: string, args: readonly unknown[]) {
    this.typeName = typeName;
    this.args = args;
  }

  /** The name in lower case without namespace and ending. */
  get key(): string {
    return this.typeName
      .toLowerCase()
      .replace(/^.*\./, '')
      .replace(/attribute$/, '');
  }
}
