import { ErrorRecord } from '../values/error-record.ts';
import { InvocationInfo } from '../values/invocation-info.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { BlockInScope } from './call-block.ts';
import type { Output } from './output.ts';
import { Scope } from './scope.ts';
import type { Session } from './session.ts';
import { asScriptError } from './statement-error.ts';
import type { Streams } from './streams.ts';
import { Variable } from './variable.ts';

export interface ApartCall {
  /** `$_`. */
  readonly item: unknown;
  readonly out: Output;
  readonly streams: Streams;
}

/**
 * Runs a block as in a runspace of its own: it sees what every session begins with, and by `$using:` what whoever
 * called it sees. An error that ends it is told as one of the task, and the caller goes on. Source: PSTask.HandleStateChanged.
 */
export function runApart(session: Session, block: ScriptBlock, { item, out, streams }: ApartCall): 'done' | 'failed' {
  const { propagates } = session;
  session.propagates = false;
  try {
    inFreshScope(session, block, (apart) => new BlockInScope(session, apart, streams).runWith(item, out));
    return 'done';
  } catch (thrown) {
    const error = asScriptError(thrown);
    if (!error) throw thrown;
    const { exception } = error.record;
    const record = new ErrorRecord({ exception, id: 'PSTaskException', category: 'InvalidOperation', target: null });
    session.remember(record);
    streams.error.write(record);
    return 'failed';
  } finally {
    session.propagates = propagates;
  }
}

/** Gives a block what a new runspace begins with, and by `$using:` what the caller sees, for as long as it is run. */
export function inFreshScope(session: Session, block: ScriptBlock, run: (apart: ScriptBlock) => void): void {
  const { frame, scope, usingScope } = session;
  session.usingScope = scope;
  session.scope = freshScope(session);
  session.scope.setLocal('MyInvocation', new InvocationInfo({}));
  session.frame = undefined;
  try {
    run(new ScriptBlock(block.code));
  } finally {
    session.scope = scope;
    session.frame = frame;
    session.usingScope = usingScope;
  }
}

/** A global scope as a new runspace has it. */
export function freshScope({ beginning, global }: Session): Scope {
  const scope = new Scope();
  for (const { name, value, options } of beginning.variables) {
    const variable = new Variable(name, value);
    variable.options = options;
    scope.put(variable);
  }
  for (const name of beginning.aliases) {
    const target = global.aliases.get(name);
    if (target !== undefined) scope.aliases.set(name, target);
  }
  return scope;
}
