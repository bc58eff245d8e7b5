import { qualifiedName } from '../types/assemblies.ts';

/** An assembly that .NET would load: its name, there is no code of it. Source: System.Reflection.Assembly. */
export class Assembly {
  readonly typeName = 'System.Reflection.RuntimeAssembly';
  readonly fullName: string;

  constructor(fullName: string) {
    this.fullName = fullName;
  }

  /** The one that .NET has a type in. */
  static of(typeName: string): Assembly {
    return new Assembly(qualifiedName(typeName).slice(typeName.length + 2));
  }

  get name(): string {
    return this.fullName.split(',')[0]!;
  }

  get version(): string {
    return /Version=([\d.]+)/.exec(this.fullName)?.[1] ?? '0.0.0.0';
  }

  text(): string {
    return this.fullName;
  }
}

/** Source: System.Reflection.AssemblyName. */
export class AssemblyName {
  readonly typeName = 'System.Reflection.AssemblyName';
  readonly assembly: Assembly;

  constructor(assembly: Assembly) {
    this.assembly = assembly;
  }

  text(): string {
    return this.assembly.fullName;
  }
}
