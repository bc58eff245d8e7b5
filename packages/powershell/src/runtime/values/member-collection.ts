import { Enumerable } from './enumerable.ts';
import type { MemberInfo } from './member-info.ts';

/** The properties, methods or members of an object; what is added or removed here is the object's. */
export class MemberCollection extends Enumerable {
  readonly owner: unknown;
  readonly #read: () => readonly MemberInfo[];

  constructor(owner: unknown, read: () => readonly MemberInfo[]) {
    super();
    this.owner = owner;
    this.#read = read;
  }

  get typeName(): string {
    return 'System.Management.Automation.PSMemberInfoIntegratingCollection`1[System.Management.Automation.PSMemberInfo]';
  }

  elements(): readonly MemberInfo[] {
    return this.#read();
  }

  find(name: string): MemberInfo | undefined {
    const key = name.toLowerCase();
    return this.#read().find(({ member }) => member.name.toLowerCase() === key);
  }
}
