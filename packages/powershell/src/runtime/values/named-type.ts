/** A type as a script names it, whether there is one or not. Source: System.Management.Automation.Language.TypeName. */
export class NamedType {
  readonly typeName = 'System.Management.Automation.Language.TypeName';
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  text(): string {
    return this.name;
  }
}
