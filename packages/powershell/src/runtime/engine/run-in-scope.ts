import type { CompiledScriptBlock } from '../compile/compiled.ts';
import type { Output } from './output.ts';
import { ScriptStage } from './script-stage.ts';
import type { Session } from './session.ts';
import type { Streams } from './streams.ts';

export interface ScopedRun {
  readonly session: Session;
  readonly code: CompiledScriptBlock;
  readonly out: Output;
  readonly streams: Streams;
  readonly args?: readonly unknown[];
  readonly input?: Iterable<unknown> | undefined;
}

/** Runs code in the current scope, as dot-sourcing does. */
export function runInScope({ session, code, out, streams, args = [], input }: ScopedRun): void {
  const stage = new ScriptStage({
    session,
    command: { kind: 'block', name: '', code },
    arguments: args.map((value) => ({ kind: 'value', value, start: 0, end: 0 })),
    out,
    streams,
    hasInput: input !== undefined,
    inCallerScope: true,
  });
  try {
    stage.begin();
    if (input) for (const item of input) stage.process(item);
    else stage.process(null);
    stage.end();
  } finally {
    stage.clean();
  }
}
