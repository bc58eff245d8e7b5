import { type ExtendedMember, MemberTable } from '../values/ps-object.ts';

/** What Update-TypeData said of a type. Source: System.Management.Automation.Runspaces.TypeData. */
export class TypeData {
  readonly typeName = 'System.Management.Automation.Runspaces.TypeData';
  /** The type that it is about. */
  readonly name: string;
  readonly members = new MemberTable();
  defaultDisplayProperty: string | undefined;
  defaultDisplayPropertySet: readonly string[] | undefined;
  defaultKeyPropertySet: readonly string[] | undefined;
  serializationDepth: number | undefined;

  constructor(name: string) {
    this.name = name;
  }
}

/** The members and settings that a session gave to types, by their names. */
export class TypeDataTable {
  readonly #byName = new Map<string, TypeData>();

  get isEmpty(): boolean {
    return this.#byName.size === 0;
  }

  get(typeName: string): TypeData | undefined {
    return this.#byName.get(typeName.toLowerCase());
  }

  /** The data of a type, made when there is none. */
  of(typeName: string): TypeData {
    const known = this.get(typeName);
    if (known) return known;
    const made = new TypeData(typeName);
    this.#byName.set(typeName.toLowerCase(), made);
    return made;
  }

  remove(typeName: string): boolean {
    return this.#byName.delete(typeName.toLowerCase());
  }

  all(): Iterable<TypeData> {
    return this.#byName.values();
  }

  /** A member that any of the types has, the most special first. */
  member(typeNames: Iterable<string>, name: string): ExtendedMember | undefined {
    for (const typeName of typeNames) {
      const member = this.get(typeName)?.members.get(name);
      if (member) return member;
    }
    return undefined;
  }
}
