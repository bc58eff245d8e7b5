import { typeAccelerators } from '../../syntax/type-accelerators.ts';
import { fullTypeName, type TypeName } from '../../syntax/type-name.ts';
import type { Shelf } from '../values/shelf.ts';
import { ShelvedMap } from '../values/shelved-map.ts';
import type { DotNetType } from './define-type.ts';
import { genericName, instantiate } from './generic-types.ts';
import { splitArguments } from './split-arguments.ts';

const arrayInterfaces = [
  'System.Collections.IList',
  'System.Collections.ICollection',
  'System.Collections.IEnumerable',
  'System.ICloneable',
];

/** The types that a runspace knows, by name. */
export class TypeRegistry {
  readonly #types = new ShelvedMap<DotNetType>();
  /** What was asked for, by the name as it was written. */
  readonly #found = new Map<string, DotNetType>();
  readonly #parent: TypeRegistry | undefined;
  /** What arrays of several dimensions have besides what all arrays have. */
  multiArray: () => Partial<DotNetType> = () => ({});
  /** Namespaces that a script need not write: those of `using namespace`. */
  readonly namespaces = new Set<string>();

  constructor(types: Iterable<DotNetType> = [], parent?: TypeRegistry) {
    this.#parent = parent;
    for (const type of types) this.add(type);
  }

  add(type: DotNetType): void {
    this.#types.set(type.name.toLowerCase(), type);
    if (this.#found.size > 0) this.#found.clear();
  }

  /** Makes types known that are made when they are first asked for. */
  addShelf(shelf: Shelf<DotNetType>): void {
    this.#types.addShelf(shelf);
  }

  /** The full names of the types that were declared here, but for arrays and what was made of generic ones. */
  names(): string[] {
    return this.#types.names().filter((name) => !/[[`]/.test(name));
  }

  /** Finds a type by its full name, with or without `System.`, or by an accelerator. */
  find(name: string): DotNetType | undefined {
    const known = this.#found.get(name);
    if (known) return known;
    const type = this.#search(name);
    if (type) this.#found.set(name, type);
    return type;
  }

  #search(name: string): DotNetType | undefined {
    const key = name.toLowerCase();
    const own = this.#exact(key);
    if (own && !key.startsWith('system.')) return own;
    const accelerator = typeAccelerators[key]?.toLowerCase();
    return (
      this.#exact(accelerator ?? key) ??
      this.#exact(`system.${key}`) ??
      this.#inNamespaces(key) ??
      this.#arrayType(name) ??
      this.#qualified(name)
    );
  }

  #exact(key: string): DotNetType | undefined {
    return this.#types.get(key) ?? (this.#parent ? this.#parent.#exact(key) : undefined);
  }

  #inNamespaces(key: string): DotNetType | undefined {
    for (const namespace of this.namespaces) {
      const type = this.#exact(`${namespace.toLowerCase()}.${key}`);
      if (type) return type;
    }
    return undefined;
  }

  #arrayType(name: string): DotNetType | undefined {
    const array = /^(.+)\[(,*)\]$/.exec(name);
    const type = array && this.find(array[1]!);
    return type ? this.arrayOf(type, array[2]!.length + 1) : undefined;
  }

  /** A generic type by the full name that .NET gives it, or as scripts write one: `Name[[A],[B]]`, `Name[A,B]`. */
  #qualified(name: string): DotNetType | undefined {
    const generic = /^([\w.]+?)(?:`\d+)?\[(.+)\]$/.exec(name);
    if (!generic) return undefined;
    const parameters = splitArguments(generic[2]!).map((each) => this.find(withoutAssembly(each)));
    if (parameters.includes(undefined)) return undefined;
    return this.#instance(`${generic[1]!}\`${parameters.length}`, parameters as DotNetType[]);
  }

  /** The type of arrays of a type. */
  arrayOf(element: DotNetType, rank = 1): DotNetType {
    const name = `${element.name}[${','.repeat(rank - 1)}]`;
    const known = this.#exact(name.toLowerCase());
    if (known) return known;
    const type: DotNetType = {
      name,
      base: 'System.Array',
      interfaces: [...arrayInterfaces, ...sequencesOf(element)],
      element,
      rank,
      ...(rank > 1 ? coreTypes.multiArray() : {}),
    };
    this.add(type);
    return type;
  }

  /** Finds what a script names; generic types by their definition with arguments in full. */
  resolve(typeName: TypeName): DotNetType | undefined {
    if (typeName.kind === 'array') {
      const element = this.resolve(typeName.element);
      return element && this.arrayOf(element, typeName.rank);
    }
    if (typeName.kind === 'simple') return this.find(typeName.name);
    const parameters = typeName.arguments.map((argument) => this.resolve(argument));
    if (parameters.includes(undefined)) return undefined;
    const definition = fullTypeName(typeName.definition).replace(/`\d+$/, '');
    return this.#instance(`${definition}\`${parameters.length}`, parameters as DotNetType[]);
  }

  #instance(definitionName: string, parameters: readonly DotNetType[]): DotNetType | undefined {
    const definition = this.find(definitionName);
    if (!definition) return undefined;
    return this.generic(definition, parameters);
  }

  /** The type that a generic definition makes of its arguments. */
  generic(definition: DotNetType, parameters: readonly DotNetType[]): DotNetType {
    const name = genericName(
      definition.name,
      parameters.map((each) => each.name),
    );
    const known = this.#exact(name.toLowerCase());
    if (known) return known;
    const type = instantiate(definition, parameters);
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
    return type.base === undefined ? undefined : this.find(type.base);
  }
}

/** The generic interfaces of an array; one of references is one of objects, too. */
function sequencesOf(element: DotNetType): string[] {
  const elements = element.valueType ? [element.name] : [element.name, 'System.Object'];
  return elements.flatMap((name) =>
    ['IEnumerable', 'ICollection', 'IList'].map((each) => genericName(`System.Collections.Generic.${each}\`1`, [name])),
  );
}

const withoutAssembly = (text: string): string => {
  const inner = /^\[(.*)\]$/.exec(text)?.[1];
  return inner === undefined ? text : splitArguments(inner)[0]!;
};

/** The types that every runspace has; `registerTypes` fills it. */
export const coreTypes = new TypeRegistry();
