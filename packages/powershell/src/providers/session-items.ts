import type { Command } from '../runtime/engine/command.ts';
import type { Scope } from '../runtime/engine/scope.ts';
import type { Session } from '../runtime/engine/session.ts';
import { DictionaryEntry } from '../runtime/values/dictionary.ts';
import { ScriptBlock } from '../runtime/values/script-block.ts';
import { toText } from '../runtime/values/to-text.ts';
import { AliasInfo, FunctionInfo } from './command-info.ts';
import type { FlatItems } from './flat-provider.ts';

/** Env: the environment variables; their names' case counts, as on Unix. */
export const environmentItems = ({ environment }: Session): FlatItems => ({
  names: () => Array.from(environment.entries(), ([name]) => name).toSorted(byName),
  get: (name) => {
    const value = environment.get(name);
    return value === undefined ? undefined : new DictionaryEntry(name, value);
  },
  read: (name) => environment.get(name) ?? null,
  write: (name, value) => environment.set(name, value),
  remove: (name) => environment.set(name, null),
});

/** Variable: what the current scope sees. */
export const variableItems = (session: Session): FlatItems => ({
  names: () => namesInSight(session.scope, ({ variables }) => Array.from(variables.values(), ({ name }) => name)),
  get: (name) => session.scope.find(name.toLowerCase()),
  read: (name) => session.scope.find(name.toLowerCase())?.value ?? null,
  write: (name, value) => void session.scope.setLocal(name, value),
  remove: (name) => {
    const key = name.toLowerCase();
    scopesAround(session.scope)
      .find(({ variables }) => variables.has(key))
      ?.remove(key);
  },
});

/** Function: functions and filters. */
export const functionItems = (session: Session): FlatItems => {
  const find = (name: string): Command | undefined => session.scope.findFunction(name.toLowerCase());
  return {
    names: () => namesInSight(session.scope, ({ functions }) => Array.from(functions.values(), ({ name }) => name)),
    get: (name) => {
      const command = find(name);
      return command?.kind === 'function' || command?.kind === 'filter' ? new FunctionInfo(command) : undefined;
    },
    read: (name) => {
      const command = find(name);
      return command && 'code' in command ? new ScriptBlock(command.code, command.closure) : null;
    },
    write: (name, value) => {
      const block = value instanceof ScriptBlock ? value : session.compile(toText(value));
      const { code, closure } = block;
      session.scope.functions.set(name.toLowerCase(), { kind: 'function', name, code, closure });
    },
    remove: (name) => {
      const key = name.toLowerCase();
      scopesAround(session.scope)
        .find(({ functions }) => functions.has(key))
        ?.functions.delete(key);
    },
  };
};

/** Alias: the names that stand for commands. */
export const aliasItems = (session: Session): FlatItems => ({
  names: () => namesInSight(session.scope, ({ aliases }) => [...aliases.keys()]),
  get: (name) => {
    const target = session.scope.findAlias(name.toLowerCase());
    return target === undefined ? undefined : new AliasInfo(session, name, target);
  },
  read: (name) => session.scope.findAlias(name.toLowerCase()) ?? null,
  write: (name, value) => void session.scope.aliases.set(name.toLowerCase(), toText(value)),
  remove: (name) => {
    const key = name.toLowerCase();
    scopesAround(session.scope)
      .find(({ aliases }) => aliases.has(key))
      ?.aliases.delete(key);
  },
});

function scopesAround(scope: Scope): Scope[] {
  return scope.parent ? [scope, ...scopesAround(scope.parent)] : [scope];
}

function namesInSight(scope: Scope, namesOf: (scope: Scope) => readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const each of scopesAround(scope).toReversed()) {
    for (const name of namesOf(each)) byKey.set(name.toLowerCase(), name);
  }
  return [...byKey.values()].toSorted(byName);
}

const byName = (a: string, b: string): number => a.localeCompare(b, 'en', { sensitivity: 'base' });
