import { Module } from '../../runtime/engine/module.ts';
import type { Session } from '../../runtime/engine/session.ts';

/** The modules that the session's cmdlets come from, by name. */
export function cmdletModules({ commands }: Session): ReadonlyMap<string, Module> {
  const modules = new Map<string, Module>();
  for (const command of commands.values()) {
    if (command.kind !== 'cmdlet' || command.module === undefined) continue;
    const key = command.module.toLowerCase();
    const known = modules.get(key) ?? new Module({ name: command.module, moduleType: 'Manifest', version: '7.0.0.0' });
    known.cmdlets = [...known.cmdlets, command.name];
    modules.set(key, known);
  }
  return modules;
}

export const cmdletModule = (session: Session, name: string): Module | undefined =>
  cmdletModules(session).get(name.toLowerCase());
