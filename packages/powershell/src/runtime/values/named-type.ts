import type { ExtentValue } from './ast-value.ts';

/** A type as a script names it, whether there is one or not. Source: System.Management.Automation.Language.TypeName. */
export class NamedType {
  readonly typeName = 'System.Management.Automation.Language.TypeName';
  readonly name: string;
  readonly extent: ExtentValue;

  constructor(name: string, extent: ExtentValue) {
    this.name = name;
    this.extent = extent;
  }

  text(): string {
    return this.name;
  }
}
