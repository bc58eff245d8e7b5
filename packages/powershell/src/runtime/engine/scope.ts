import type { Command } from './command.ts';
import type { Module } from './module.ts';
import { Variable } from './variable.ts';
import { type AutomaticVariables, type VariableLayout, VariableTable } from './variable-table.ts';

export interface ScopeOptions {
  readonly isScript?: boolean;
  /** Places of the variables that the scope's own code names. */
  readonly layout?: VariableLayout | undefined;
  readonly automatic?: AutomaticVariables | undefined;
  /** The module whose top level it is. */
  readonly module?: Module | undefined;
}

/** Variables and functions by lower-case name, with the scope that was current where this one was made. */
export class Scope {
  readonly parent: Scope | undefined;
  readonly global: Scope;
  /** `$script:` stands for this scope: that of the script file or module whose code runs. */
  readonly script: Scope;
  /** The module whose code runs in it. */
  readonly module: Module | undefined;
  readonly variables: VariableTable;
  #functions: Map<string, Command> | undefined = undefined;
  #aliases: Map<string, string> | undefined = undefined;

  constructor(parent?: Scope, options: ScopeOptions = {}) {
    this.parent = parent;
    this.global = parent ? parent.global : this;
    this.script = options.isScript || !parent ? this : parent.script;
    this.module = options.module ?? parent?.module;
    this.variables = new VariableTable(options.layout, options.automatic);
  }

  get functions(): Map<string, Command> {
    return (this.#functions ??= new Map());
  }

  get aliases(): Map<string, string> {
    return (this.#aliases ??= new Map());
  }

  /** Finds a variable here or in the scopes around; private ones only where they are. */
  find(key: string): Variable | undefined {
    const own = this.variables.get(key);
    if (own !== undefined) return own;
    for (let scope = this.parent; scope !== undefined; scope = scope.parent) {
      const variable = scope.variables.get(key);
      if (variable !== undefined && !variable.options.includes('Private')) return variable;
    }
    return undefined;
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

  /** Sets a variable of this very scope; whoever sets it often gives the key as well. */
  setLocal(name: string, value: unknown, key = name.toLowerCase()): Variable {
    const existing = this.variables.get(key);
    if (!existing) return this.define(name, value);
    existing.assign(value);
    return existing;
  }

  findFunction(key: string): Command | undefined {
    return this.#functions?.get(key) ?? this.parent?.findSharedFunction(key);
  }

  findSharedFunction(key: string): Command | undefined {
    const own = this.#functions?.get(key);
    const isShared = own !== undefined && !('isPrivate' in own && own.isPrivate);
    return isShared ? own : this.parent?.findSharedFunction(key);
  }

  findAlias(key: string): string | undefined {
    const own = this.#aliases?.get(key);
    return own ?? this.parent?.findAlias(key);
  }

  /** The scope so many steps out, undefined when there is none. */
  ancestor(steps: number): Scope | undefined {
    return steps === 0 ? this : this.parent?.ancestor(steps - 1);
  }
}
