import { parseVariablePath, type VariablePath } from '../../syntax/variable-path.ts';
import { List } from '../values/list.ts';
import { listOf } from '../values/enumerate.ts';
import { valueOrNull } from '../values/nothing.ts';
import { toText } from '../values/to-text.ts';
import type { Output } from './output.ts';
import type { Scope } from './scope.ts';
import type { Destination, GatheredRecords } from './streams.ts';

const gathered: readonly (readonly [parameter: string, records: keyof GatheredRecords])[] = [
  ['errorvariable', 'error'],
  ['warningvariable', 'warning'],
  ['informationvariable', 'information'],
];

/**
 * Where a command writes whose common parameters name variables: `-OutVariable` and `-PipelineVariable` see its objects,
 * `-ErrorVariable` and its like the records of it and of all that it calls. Source: MshCommandRuntime.SetupVariables.
 */
export function withCommonVariables(
  scope: Scope,
  common: ReadonlyMap<string, unknown>,
  given: Destination,
): Destination {
  let { out, streams } = given;
  const pipelineVariable = common.get('pipelinevariable');
  if (pipelineVariable !== undefined) out = settingVariable(scope, toText(pipelineVariable), out);
  const outVariable = common.get('outvariable');
  if (outVariable !== undefined) out = both(gatherIn(scope, toText(outVariable)), out);
  for (const [parameter, records] of gathered) {
    const name = common.get(parameter);
    if (name === undefined) continue;
    const lists = [...streams.gathered[records], gatherIn(scope, toText(name))];
    streams = { ...streams, gathered: { ...streams.gathered, [records]: lists } };
  }
  return { out, streams };
}

/** A list in a variable; with `+` in front of the name it goes on with what is there. */
function gatherIn(scope: Scope, text: string): Output {
  const goesOn = text.startsWith('+');
  const path = parseVariablePath(goesOn ? text.slice(1) : text);
  const place = scopeOf(scope, path);
  const key = path.unqualifiedPath.toLowerCase();
  const before = goesOn ? valueOrNull(place.find(key)?.value ?? null) : null;
  const list = new List('System.Collections.ArrayList', before === null ? [] : [...(listOf(before) ?? [before])]);
  place.setLocal(path.unqualifiedPath, list);
  return { write: (value) => void list.items.push(value) };
}

/** `global:` and `script:` in front of a name. */
function scopeOf(scope: Scope, { scope: name }: VariablePath): Scope {
  if (name === 'global') return scope.global;
  return name === 'script' ? scope.script : scope;
}

const both = (first: Output, second: Output): Output => ({
  write: (value) => {
    first.write(value);
    second.write(value);
  },
});

const settingVariable = (scope: Scope, name: string, out: Output): Output => ({
  write: (value) => {
    scope.setLocal(name, value);
    out.write(value);
  },
});
