import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Output } from '../runtime/engine/output.ts';
import { ScriptStage } from '../runtime/engine/script-stage.ts';
import type { ScriptBlock } from '../runtime/values/script-block.ts';

export interface BlockRun {
  readonly out: Output;
  readonly args?: readonly unknown[];
  readonly input?: readonly unknown[];
  readonly variables?: Readonly<Record<string, unknown>>;
  /** In a scope of its own instead of the caller's. */
  readonly ownScope?: boolean;
}

/** Runs a block on behalf of a cmdlet: in the scope of whoever called the cmdlet, unless it is to have one of its own. */
export function callBlockInScope(
  { session, streams }: Pick<CommandContext, 'session' | 'streams'>,
  block: ScriptBlock,
  { out, args = [], input, variables = {}, ownScope = false }: BlockRun,
): void {
  const stage = new ScriptStage({
    session,
    command: { kind: 'block', name: '', code: block.code, closure: block.closure },
    arguments: args.map((value) => ({ kind: 'value', value, start: 0, end: 0 })),
    out,
    streams,
    hasInput: input !== undefined,
    inCallerScope: !ownScope,
  });
  for (const [name, value] of Object.entries(variables)) stage.scope.setLocal(name, value);
  stage.begin();
  for (const item of input ?? []) stage.process(item);
  if (!input && block.code.process) stage.process(null);
  stage.end();
}
