import { ScriptError } from '../errors/script-error.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { AnonymousBlock, ScriptFile } from './command.ts';
import { type ExportPatterns, type Module, type ModuleExports } from './module.ts';
import { anyMatches } from './name-patterns.ts';
import { Collector } from './output.ts';
import { Scope } from './scope.ts';
import { ScriptStage } from './script-stage.ts';
import type { Session } from './session.ts';
import type { Streams } from './streams.ts';

export interface ModuleRun {
  readonly session: Session;
  readonly streams: Streams;
  readonly module: Module;
  readonly block: ScriptBlock;
  readonly args?: readonly unknown[];
}

/** Gives a module its own top level. */
export function openModule(session: Session, module: Module): Scope {
  const scope = new Scope(session.global, { isScript: true, module });
  module.scope = scope;
  return scope;
}

/** Runs a module's code in its own top level and settles what it exports; gives what it wrote. */
export function runModule({ session, streams, module, block, args = [] }: ModuleRun): unknown {
  const closure = module.scope ?? openModule(session, module);
  const { code } = block;
  const command: AnonymousBlock | ScriptFile = module.path
    ? { kind: 'script', name: module.path.slice(module.path.lastIndexOf('/') + 1), path: module.path, code, closure }
    : { kind: 'block', name: '', code, closure };
  const out = new Collector();
  const stage = new ScriptStage({
    session,
    command,
    arguments: args.map((value) => ({ kind: 'value', value, start: 0, end: 0 })),
    out,
    streams,
    hasInput: false,
    inCallerScope: true,
    isCalledScript: true,
    ownVariables: true,
  });
  asCmdletError(() => {
    stage.begin();
    stage.process(null);
    stage.end();
  });
  stage.clean();
  module.exports = exportsOf(closure, module.patterns ?? { functions: ['*'], aliases: ['*'] });
  return out.value;
}

/** An error that ends a module ends the command that loads it, not the script around. */
function asCmdletError(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!isScriptError(error)) throw error;
    error.record.invocation = undefined;
    throw new ScriptError(error.record);
  }
}

/** What of a module's top level fits the patterns. */
export function exportsOf(
  scope: Scope,
  { functions = [], variables = [], aliases = [] }: ExportPatterns,
): ModuleExports {
  return {
    functions: new Map(Array.from(scope.functions).filter(([, { name }]) => anyMatches(functions, name))),
    variables: new Map(Array.from(scope.variables).filter(([, { name }]) => anyMatches(variables, name))),
    aliases: new Map(Array.from(scope.aliases).filter(([name]) => anyMatches(aliases, name))),
  };
}
