import type { Module } from '../../runtime/engine/module.ts';
import { runningSession } from '../../runtime/values/running-session.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { ScriptBlock } from '../../runtime/values/script-block.ts';

/** A module as an object: its functions are methods, its variables properties. */
export function moduleObject({ exports, scope }: Module): CustomObject {
  const made = new CustomObject();
  for (const { name } of exports.variables.values()) {
    const getter = new ScriptBlock(runningSession().compile(`$script:${name}`).code, scope);
    const setter = new ScriptBlock(runningSession().compile(`$script:${name} = $args[0]`).code, scope);
    made.members.set({ kind: 'script', name, getter, setter });
  }
  for (const command of exports.functions.values()) {
    if (!('code' in command)) continue;
    made.members.set({ kind: 'method', name: command.name, script: new ScriptBlock(command.code, scope) });
  }
  return made;
}
