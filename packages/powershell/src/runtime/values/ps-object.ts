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

const none: readonly never[] = [];

/** Members by name, whatever its case, in the order in which they came. */
export class MemberTable {
  /** Most objects have few members, and there are many objects: a map in each costs more than to look through a list. */
  #list: ExtendedMember[] | undefined = undefined;
  #index: Map<string, ExtendedMember> | undefined = undefined;
  /** Notes that it begins with. */
  #names: readonly string[] = none;
  #values: readonly unknown[] = none;

  /** Notes of these names, which differ: made into members when they are first looked at. */
  static ofNotes(names: readonly string[], values: readonly unknown[]): MemberTable {
    const table = new MemberTable();
    table.#names = names;
    table.#values = values;
    return table;
  }

  get #members(): ExtendedMember[] {
    return this.#list ?? this.#open();
  }

  #open(): ExtendedMember[] {
    const list: ExtendedMember[] = [];
    for (let index = 0; index < this.#names.length; index++) {
      list.push({ kind: 'note', name: this.#names[index]!, value: this.#values[index] ?? null });
    }
    if (list.length > mostInList) this.#index = new Map(list.map((each) => [each.name.toLowerCase(), each]));
    this.#list = list;
    this.#names = none;
    this.#values = none;
    return list;
  }

  get(name: string): ExtendedMember | undefined {
    const members = this.#members;
    if (this.#index !== undefined) return this.#index.get(name.toLowerCase());
    for (const member of members) if (member.name === name) return member;
    return members.length === 0 ? undefined : this.#search(name);
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
    return this.#list ? this.#list.length : this.#names.length;
  }

  [Symbol.iterator](): IterableIterator<ExtendedMember> {
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
