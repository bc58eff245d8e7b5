import type { Command } from './command.ts';
import type { Module } from './module.ts';
import { anyMatches } from './name-patterns.ts';
import type { Scope } from './scope.ts';

export interface ImportOptions {
  /** Stands before the noun of every command. */
  readonly prefix?: string | undefined;
  /** Patterns of what is imported; everything of a kind without them. */
  readonly functions?: readonly string[] | undefined;
  readonly variables?: readonly string[] | undefined;
  readonly aliases?: readonly string[] | undefined;
  /** Names of cmdlets, of which modules of scripts have none. */
  readonly cmdlets?: readonly string[] | undefined;
  /** Commands that are there already are left as they are. */
  readonly isTaken?: ((name: string) => boolean) | undefined;
}

/** Puts what a module exports into a scope. */
export function importModule(module: Module, scope: Scope, options: ImportOptions = {}): void {
  const { functions, variables, aliases } = module.exports;
  for (const command of functions.values()) {
    if (!isWanted(options, 'functions', command.name)) continue;
    const name = prefixed(command.name, options.prefix);
    if (options.isTaken?.(name)) continue;
    scope.functions.set(name.toLowerCase(), renamed(command, name));
  }
  for (const variable of variables.values()) {
    if (isWanted(options, 'variables', variable.name)) scope.put(variable);
  }
  for (const [alias, target] of aliases) {
    if (isWanted(options, 'aliases', alias)) scope.aliases.set(prefixed(alias, options.prefix).toLowerCase(), target);
  }
}

const kinds = ['functions', 'variables', 'aliases', 'cmdlets'] as const;

/** Patterns of one kind leave the other kinds out. */
function isWanted(options: ImportOptions, kind: (typeof kinds)[number], name: string): boolean {
  if (kinds.every((each) => options[each] === undefined)) return true;
  return anyMatches(options[kind] ?? [], name);
}

const renamed = (command: Command, name: string): Command =>
  name === command.name || command.kind === 'cmdlet' ? command : { ...command, name };

/** `Get-Hello` → `Get-XHello`. */
function prefixed(name: string, prefix: string | undefined): string {
  if (!prefix) return name;
  const dash = name.indexOf('-');
  return dash < 0 ? prefix + name : name.slice(0, dash + 1) + prefix + name.slice(dash + 1);
}

/** Takes out of a scope what came from a module. */
export function removeExports(module: Module, scope: Scope): void {
  for (const [key, command] of scope.functions) {
    const isOwn = 'closure' in command && command.closure?.module === module;
    if (isOwn || module.exports.functions.get(key) === command) scope.functions.delete(key);
  }
  for (const [key, variable] of module.exports.variables) {
    if (scope.variables.get(key) === variable) scope.variables.delete(key);
  }
  for (const key of module.exports.aliases.keys()) scope.aliases.delete(key);
}
