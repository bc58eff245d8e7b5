import type { Command } from './command.ts';
import { Variable } from './variable.ts';

/** Variables and functions by lower-case name, with the scope that was current where this one was made. */
export class Scope {
  readonly parent: Scope | undefined;
  readonly variables = new Map<string, Variable>();
  readonly functions = new Map<string, Command>();
  readonly aliases = new Map<string, string>();
  /** `$script:` stands for this scope: that of the script file or module whose code runs. */
  readonly script: Scope;

  constructor(parent?: Scope, options: { readonly isScript?: boolean } = {}) {
    this.parent = parent;
    this.script = options.isScript || !parent ? this : parent.script;
  }

  get global(): Scope {
    return this.parent ? this.parent.global : this;
  }

  /** Finds a variable here or in the scopes around; private ones only where they are. */
  find(key: string): Variable | undefined {
    return this.variables.get(key) ?? this.parent?.findShared(key);
  }

  findShared(key: string): Variable | undefined {
    const variable = this.variables.get(key);
    return variable && !variable.options.includes('Private') ? variable : this.parent?.findShared(key);
  }

  define(name: string, value: unknown): Variable {
    const variable = new Variable(name, value);
    this.put(variable);
    return variable;
  }

  put(variable: Variable): void {
    const key = variable.name.toLowerCase();
    const old = this.variables.get(key);
    if (old) old.live = false;
    this.variables.set(key, variable);
  }

  remove(key: string): void {
    const variable = this.variables.get(key);
    if (variable) variable.live = false;
    this.variables.delete(key);
  }

  /** Sets a variable of this very scope. */
  setLocal(name: string, value: unknown): Variable {
    const existing = this.variables.get(name.toLowerCase());
    if (!existing) return this.define(name, value);
    existing.assign(value);
    return existing;
  }

  findFunction(key: string): Command | undefined {
    return this.functions.get(key) ?? this.parent?.findFunction(key);
  }

  findAlias(key: string): string | undefined {
    return this.aliases.get(key) ?? this.parent?.findAlias(key);
  }

  /** The scope so many steps out, undefined when there is none. */
  ancestor(steps: number): Scope | undefined {
    return steps === 0 ? this : this.parent?.ancestor(steps - 1);
  }
}
