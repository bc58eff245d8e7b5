import type { ScriptBlock } from './script-block.ts';

/** A member that a script gave an object. */
export type ExtendedMember =
  | { readonly kind: 'note'; readonly name: string; value: unknown }
  | { readonly kind: 'script'; readonly name: string; readonly getter: ScriptBlock; readonly setter?: ScriptBlock }
  | { readonly kind: 'alias'; readonly name: string; readonly target: string }
  | { readonly kind: 'method'; readonly name: string; readonly script: ScriptBlock }
  | { readonly kind: 'set'; readonly name: string; readonly names: readonly string[] }
  | { readonly kind: 'members'; readonly name: string; readonly members: MemberTable };

const mostInList = 12;

interface Row {
  readonly names: readonly string[];
  readonly values: readonly unknown[];
}

/** Members by name, whatever its case, in the order in which they came. */
export class MemberTable {
  /** Most objects have few members, and there are many objects: a map in each costs more than to look through a list. */
  readonly #members: ExtendedMember[] = [];
  #index: Map<string, ExtendedMember> | undefined = undefined;
  /** Notes that nobody has asked for yet. */
  #row: Row | undefined = undefined;

  /** Notes of these names, which differ: made into members when they are first looked at. */
  static ofNotes(names: readonly string[], values: readonly unknown[]): MemberTable {
    const table = new MemberTable();
    table.#row = { names, values };
    return table;
  }

  #open({ names, values }: Row): void {
    this.#row = undefined;
    for (let index = 0; index < names.length; index++) {
      this.#members.push({ kind: 'note', name: names[index]!, value: values[index] ?? null });
    }
    if (names.length > mostInList) {
      this.#index = new Map(this.#members.map((each) => [each.name.toLowerCase(), each]));
    }
  }

  get(name: string): ExtendedMember | undefined {
    if (this.#row) this.#open(this.#row);
    if (this.#index !== undefined) return this.#index.get(name.toLowerCase());
    for (const member of this.#members) if (member.name === name) return member;
    return this.#members.length === 0 ? undefined : this.#search(name);
  }

  #search(name: string): ExtendedMember | undefined {
    const key = name.toLowerCase();
    return this.#members.find((member) => member.name.length === name.length && member.name.toLowerCase() === key);
  }

  set(member: ExtendedMember): void {
    const known = this.get(member.name);
    if (known) this.#members[this.#members.indexOf(known)] = member;
    else this.#members.push(member);
    if (this.#index) this.#index.set(member.name.toLowerCase(), member);
    else if (this.#members.length > mostInList)
      this.#index = new Map(this.#members.map((each) => [each.name.toLowerCase(), each]));
  }

  delete(name: string): boolean {
    const known = this.get(name);
    if (!known) return false;
    this.#members.splice(this.#members.indexOf(known), 1);
    this.#index?.delete(name.toLowerCase());
    return true;
  }

  get size(): number {
    return this.#row ? this.#row.names.length : this.#members.length;
  }

  [Symbol.iterator](): IterableIterator<ExtendedMember> {
    if (this.#row) this.#open(this.#row);
    return this.#members.values();
  }
}

const customTypeNames: readonly string[] = ['System.Management.Automation.PSCustomObject', 'System.Object'];

/** `[pscustomobject]@{}`: nothing but its members. Source: PSCustomObject. */
export class CustomObject {
  readonly members: MemberTable;
  /** Shared by objects of the same kind: to be replaced, not changed. */
  typeNames: readonly string[];

  constructor(typeNames: readonly string[] = customTypeNames, members: MemberTable = new MemberTable()) {
    this.typeNames = typeNames;
    this.members = members;
  }

  setNote(name: string, value: unknown): this {
    this.members.set({ kind: 'note', name, value });
    return this;
  }
}

const extensions = new WeakMap<object, MemberTable>();

/** The members that a script gave an object of another kind, if there are any. */
export function membersOf(value: unknown): MemberTable | undefined {
  if (value instanceof CustomObject) return value.members;
  return typeof value === 'object' && value !== null ? extensions.get(value) : undefined;
}

/** The member table of an object, made when it has none. */
export function extend(value: object): MemberTable {
  const existing = membersOf(value);
  if (existing) return existing;
  const members = new MemberTable();
  extensions.set(value, members);
  return members;
}
