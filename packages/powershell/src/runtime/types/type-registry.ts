import { typeAccelerators } from '../../syntax/type-accelerators.ts';
import { fullTypeName, type TypeName } from '../../syntax/type-name.ts';
import { qualifiedName } from './assemblies.ts';
import type { DotNetType } from './define-type.ts';

const arrayInterfaces = [
  'System.Collections.IList',
  'System.Collections.ICollection',
  'System.Collections.IEnumerable',
  'System.ICloneable',
];

/** The types that a runspace knows, by name. */
export class TypeRegistry {
  readonly #types = new Map<string, DotNetType>();
  readonly #parent: TypeRegistry | undefined;

  constructor(types: Iterable<DotNetType> = [], parent?: TypeRegistry) {
    this.#parent = parent;
    for (const type of types) this.add(type);
  }

  add(type: DotNetType): void {
    this.#types.set(type.name.toLowerCase(), type);
  }

  /** Finds a type by its full name, with or without `System.`, or by an accelerator. */
  find(name: string): DotNetType | undefined {
    const key = name.toLowerCase();
    const accelerator = typeAccelerators[key]?.toLowerCase();
    return this.#exact(accelerator ?? key) ?? this.#exact(`system.${key}`) ?? this.#arrayType(name);
  }

  #exact(key: string): DotNetType | undefined {
    return this.#types.get(key) ?? (this.#parent ? this.#parent.#exact(key) : undefined);
  }

  #arrayType(name: string): DotNetType | undefined {
    const element = /^(.+)\[(,*)\]$/.exec(name);
    const type = element && this.find(element[1]!);
    return type ? this.arrayOf(type) : undefined;
  }

  /** The type of arrays of a type. */
  arrayOf(element: DotNetType): DotNetType {
    const name = `${element.name}[]`;
    const known = this.#exact(name.toLowerCase());
    if (known) return known;
    const type: DotNetType = { name, base: 'System.Array', interfaces: arrayInterfaces, element };
    this.add(type);
    return type;
  }

  /** Finds what a script names; generic types by their definition with arguments in full. */
  resolve(typeName: TypeName): DotNetType | undefined {
    if (typeName.kind === 'array') {
      const element = this.resolve(typeName.element);
      return element && this.arrayOf(element);
    }
    if (typeName.kind === 'simple') return this.find(typeName.name);
    return this.#generic(typeName);
  }

  #generic(typeName: TypeName & { kind: 'generic' }): DotNetType | undefined {
    const parameters = typeName.arguments.map((argument) => this.resolve(argument)?.name);
    if (parameters.includes(undefined)) return undefined;
    const definition = this.find(`${fullTypeName(typeName.definition)}\`${parameters.length}`);
    if (!definition) return undefined;
    const name = `${definition.name}[${parameters.map((each) => `[${qualifiedName(each!)}]`).join(',')}]`;
    const known = this.#exact(name.toLowerCase());
    if (known) return known;
    const type = { ...definition, name };
    this.add(type);
    return type;
  }

  /** Whether a type is another, inherits from it or implements it. */
  isAssignable(type: DotNetType, target: string): boolean {
    for (let current: DotNetType | undefined = type; current; current = this.baseOf(current)) {
      if (current.name === target || current.interfaces?.includes(target)) return true;
    }
    return target === 'System.Object';
  }

  baseOf(type: DotNetType): DotNetType | undefined {
    if (type.baseType) return type.baseType;
    return type.base === undefined ? undefined : this.#exact(type.base.toLowerCase());
  }
}

/** The types that every runspace has; `registerTypes` fills it. */
export const coreTypes = new TypeRegistry();
