import type { ScriptBlock } from './script-block.ts';

/** A member that a script gave an object. */
export type ExtendedMember =
  | { readonly kind: 'note'; readonly name: string; value: unknown }
  | { readonly kind: 'script'; readonly name: string; readonly getter: ScriptBlock; readonly setter?: ScriptBlock }
  | { readonly kind: 'alias'; readonly name: string; readonly target: string }
  | { readonly kind: 'method'; readonly name: string; readonly script: ScriptBlock }
  | { readonly kind: 'set'; readonly name: string; readonly names: readonly string[] }
  | { readonly kind: 'members'; readonly name: string; readonly members: MemberTable };

/** Members by name, whatever its case, in the order in which they came. */
export class MemberTable {
  readonly #members = new Map<string, ExtendedMember>();

  get(name: string): ExtendedMember | undefined {
    return this.#members.get(name.toLowerCase());
  }

  set(member: ExtendedMember): void {
    this.#members.set(member.name.toLowerCase(), member);
  }

  delete(name: string): boolean {
    return this.#members.delete(name.toLowerCase());
  }

  get size(): number {
    return this.#members.size;
  }

  [Symbol.iterator](): IterableIterator<ExtendedMember> {
    return this.#members.values();
  }
}

/** `[pscustomobject]@{}`: nothing but its members. Source: PSCustomObject. */
export class CustomObject {
  readonly members = new MemberTable();
  typeNames: string[];

  constructor(typeNames: readonly string[] = ['System.Management.Automation.PSCustomObject', 'System.Object']) {
    this.typeNames = [...typeNames];
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
