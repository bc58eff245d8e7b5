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
}

/** The body again and again while `before` holds; `after` runs behind each round and ends the loop with `false`. */
function loop({ label, before, body, after }: LoopParts): Statement {
  return (frame, out) => {
    const { watch } = frame.session;
    while (before === undefined || before(frame)) {
      watch.poll();
      const signal = body(frame, out);
      if (signal) {
        const what = verdict(signal, label);
        if (what === 'pass') return signal;
        if (what === 'end') return undefined;
      }
      if (after?.(frame) === false) return undefined;
    }
    return undefined;
  };
}

export const compileWhile = (c: Compiler, ast: WhileStatementAst): Statement =>
  loop({ label: labelOf(ast), before: compileCondition(c, ast.condition), body: c.block(ast.body) });

export const compileDoWhile = (c: Compiler, ast: DoWhileStatementAst): Statement =>
  loop({ label: labelOf(ast), body: c.block(ast.body), after: compileCondition(c, ast.condition) });

export function compileDoUntil(c: Compiler, ast: DoUntilStatementAst): Statement {
  const done = compileCondition(c, ast.condition);
  return loop({ label: labelOf(ast), body: c.block(ast.body), after: (frame) => !done(frame) });
}

export function compileFor(c: Compiler, ast: ForStatementAst): Statement {
  const start = ast.initializer && positioned(ast.initializer, c.value(ast.initializer));
  const step = ast.iterator && positioned(ast.iterator, c.value(ast.iterator));
  const run = loop({
    label: labelOf(ast),
    before: ast.condition && compileCondition(c, ast.condition),
    body: c.block(ast.body),
    after: step && ((frame) => void step(frame)),
  });
  return (frame, out) => {
    start?.(frame);
    return run(frame, out);
  };
}

export function compileForEach(c: Compiler, ast: ForEachStatementAst): Statement {
  const condition = positioned(ast.condition, c.value(ast.condition));
  const assign = assigner(c, ast.variable.path);
  const body = c.block(ast.body);
  const label = labelOf(ast);
  return (frame, out) => {
    const value = condition(frame);
    const items = new Enumerator(itemsOf(value));
    const outer = frame.scope.variables.get('foreach')?.value;
    frame.scope.setLocal('foreach', items);
    try {
      while (items.moveNext()) {
        frame.session.watch.poll();
        assign(frame, items.current);
        const signal = body(frame, out);
        if (!signal) continue;
        const what = verdict(signal, label);
        if (what === 'pass') return signal;
        if (what === 'end') return undefined;
      }
      return undefined;
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
