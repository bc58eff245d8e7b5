import type {
  DoUntilStatementAst,
  DoWhileStatementAst,
  ForEachStatementAst,
  ForStatementAst,
  PipelineBaseAst,
  WhileStatementAst,
} from '../../syntax/ast.ts';
import type { Frame } from '../engine/frame.ts';
import { elementsOf } from '../values/enumerate.ts';
import { Enumerator } from '../values/enumerator.ts';
import { nothing } from '../values/nothing.ts';
import type { Compiler } from './compiler.ts';
import type { Signal, Statement } from './compiled.ts';
import { enumeratedValue } from './enumerated.ts';
import { HotLoop, turnsBetweenVisits } from './generated/hot-loop.ts';
import { positioned, truth } from './written.ts';
import { assigner } from './variables.ts';

/** What a loop does with a signal of its body: goes on, ends, or passes it to the loop around. */
function verdict(signal: Signal, label: string | undefined): 'next' | 'end' | 'pass' {
  if (signal.kind === 'return' || (signal.label !== undefined && signal.label !== label)) return 'pass';
  return signal.kind === 'continue' ? 'next' : 'end';
}

const labelOf = ({ label }: { readonly label?: string | undefined }): string | undefined => label?.toLowerCase();

const compileCondition = (c: Compiler, ast: PipelineBaseAst): ((frame: Frame) => boolean) => truth(ast, c.value(ast));

interface LoopParts {
  readonly label: string | undefined;
  readonly before?: ((frame: Frame) => boolean) | undefined;
  readonly body: Statement;
  readonly after?: ((frame: Frame) => unknown) | undefined;
  readonly hot: HotLoop;
}

/** The body again and again while `before` holds; `after` runs behind each round and ends the loop with `false`. */
function loop({ label, before, body, after, hot }: LoopParts): Statement {
  return (frame, out) => {
    const { watch } = frame.session;
    for (let turn = 0; ; turn++) {
      if (turn % turnsBetweenVisits === 0 && hot.finishes(frame, out)) return undefined;
      if (before !== undefined && !before(frame)) return undefined;
      watch.poll();
      const signal = body(frame, out);
      if (signal) {
        const what = verdict(signal, label);
        if (what === 'pass') return signal;
        if (what === 'end') return undefined;
      }
      if (after?.(frame) === false) return undefined;
    }
  };
}

export const compileWhile = (c: Compiler, ast: WhileStatementAst): Statement =>
  loop({
    label: labelOf(ast),
    before: compileCondition(c, ast.condition),
    body: c.block(ast.body),
    hot: new HotLoop(c, ast),
  });

export const compileDoWhile = (c: Compiler, ast: DoWhileStatementAst): Statement =>
  loop({
    label: labelOf(ast),
    body: c.block(ast.body),
    after: compileCondition(c, ast.condition),
    hot: new HotLoop(c, ast),
  });

export function compileDoUntil(c: Compiler, ast: DoUntilStatementAst): Statement {
  const done = compileCondition(c, ast.condition);
  return loop({
    label: labelOf(ast),
    body: c.block(ast.body),
    after: (frame) => !done(frame),
    hot: new HotLoop(c, ast),
  });
}

export function compileFor(c: Compiler, ast: ForStatementAst): Statement {
  const start = ast.initializer && positioned(ast.initializer, c.value(ast.initializer));
  const step = ast.iterator && positioned(ast.iterator, c.value(ast.iterator));
  const run = loop({
    label: labelOf(ast),
    before: ast.condition && compileCondition(c, ast.condition),
    body: c.block(ast.body),
    after: step && ((frame) => void step(frame)),
    hot: new HotLoop(c, ast),
  });
  return (frame, out) => {
    start?.(frame);
    return run(frame, out);
  };
}

export function compileForEach(c: Compiler, ast: ForEachStatementAst): Statement {
  const condition = positioned(ast.condition, enumeratedValue(c, ast.condition));
  const assign = assigner(c, ast.variable.path);
  const body = c.block(ast.body);
  const label = labelOf(ast);
  const hot = new HotLoop(c, ast);
  return (frame, out) => {
    const value = condition(frame);
    const items = new Enumerator(itemsOf(value));
    const outer = frame.scope.variables.get('foreach')?.value;
    frame.scope.setLocal('foreach', items);
    try {
      for (let turn = 1; ; turn++) {
        if (turn % turnsBetweenVisits === 0 && hot.finishes(frame, out, items)) return undefined;
        frame.position = ast.variable;
        if (!items.moveNext()) return undefined;
        frame.session.watch.poll();
        assign(frame, items.current);
        const signal = body(frame, out);
        if (!signal) continue;
        const what = verdict(signal, label);
        if (what === 'pass') return signal;
        if (what === 'end') return undefined;
      }
    } finally {
      if (outer === undefined) frame.scope.remove('foreach');
      else frame.scope.setLocal('foreach', outer);
    }
  };
}

/** `$null` and what is nothing have no elements, any single value one. */
function itemsOf(value: unknown): Iterable<unknown> {
  if (value === nothing || value === null) return [];
  return elementsOf(value) ?? [value];
}
