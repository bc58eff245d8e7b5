import type { Scope } from './scope.ts';

/** What Set-StrictMode asked for, by scope: code in it and in scopes made there is checked. */
export class StrictMode {
  readonly #versions = new WeakMap<Scope, number>();
  /** False until a script asks for it once: nothing has to be looked up before. */
  isUsed = false;

  set(scope: Scope, version: number): void {
    this.isUsed = true;
    this.#versions.set(scope, version);
  }

  /** The version that counts in a scope; 0 where it is off. */
  versionIn(scope: Scope): number {
    for (let each: Scope | undefined = scope; each; each = each.parent) {
      const version = this.#versions.get(each);
      if (version !== undefined) return version;
    }
    return 0;
  }
}
