import type { SwitchStatementAst } from '../../syntax/ast.ts';
import { callWithItem } from '../engine/call-block.ts';
import { fileLines } from '../engine/file-lines.ts';
import type { Frame } from '../engine/frame.ts';
import type { Output } from '../engine/output.ts';
import { type CaseRule, equals } from '../operators/compare.ts';
import { matchGroups } from '../operators/match.ts';
import { isLike } from '../operators/wildcard.ts';
import { elementsOf } from '../values/enumerate.ts';
import { Enumerator } from '../values/enumerator.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { toText } from '../values/to-text.ts';
import { isTrue } from '../values/truth.ts';
import type { Compiler } from './compiler.ts';
import type { Expression, Signal, Statement } from './compiled.ts';
import { positioned } from './written.ts';

type Match = (frame: Frame, item: unknown, condition: unknown) => boolean;

function matcher({ flags }: SwitchStatementAst): Match {
  const rule: CaseRule = flags.includes('CaseSensitive') ? 'match case' : 'ignore case';
  if (flags.includes('Regex')) {
    return (frame, item, condition) => {
      const groups = matchGroups(item, condition, rule);
      if (groups) frame.scope.setLocal('Matches', groups, 'matches');
      return groups !== undefined;
    };
  }
  if (flags.includes('Wildcard')) return (_frame, item, condition) => isLike(toText(item), toText(condition), rule);
  return (_frame, item, condition) => equals(item, valueOrNull(condition), rule);
}

/** `switch`: every clause that matches runs, for every element of the value. */
export function compileSwitch(c: Compiler, ast: SwitchStatementAst): Statement {
  const condition = positioned(ast.condition, c.value(ast.condition));
  const matches = matcher(ast);
  const clauses = ast.clauses.map(([value, body]) => ({ value: c.expression(value), body: c.block(body) }));
  const otherwise = ast.defaultClause && c.block(ast.defaultClause);
  const run = itemRunner(clauses, matches, otherwise);
  const label = ast.label?.toLowerCase();
  const isFile = ast.flags.includes('File');
  return (frame, out) => {
    const value = condition(frame);
    const elements = isFile ? fileLines(frame, toText(value)) : value === nothing ? [] : (elementsOf(value) ?? [value]);
    const items = new Enumerator(elements);
    const outer = frame.scope.variables.get('_');
    const outerValue = outer?.value;
    frame.scope.setLocal('switch', items);
    try {
      while (items.moveNext()) {
        frame.scope.setLocal('_', items.current);
        const signal = run(frame, out, items.current);
        if (!signal) continue;
        if (signal.kind === 'return' || (signal.label !== undefined && signal.label !== label)) return signal;
        if (signal.kind === 'break') return undefined;
      }
      return undefined;
    } finally {
      frame.scope.remove('switch');
      if (outer) frame.scope.setLocal('_', outerValue);
      else frame.scope.remove('_');
    }
  };
}

interface Clause {
  readonly value: Expression;
  readonly body: Statement;
}

type RunItem = (frame: Frame, out: Output, item: unknown) => Signal | undefined;

function itemRunner(clauses: readonly Clause[], matches: Match, otherwise: Statement | undefined): RunItem {
  return (frame, out, item) => {
    let any = false;
    for (const { value, body } of clauses) {
      const condition = value(frame);
      const yes =
        condition instanceof ScriptBlock
          ? isTrue(callWithItem(frame, condition, item))
          : matches(frame, item, condition);
      if (!yes) continue;
      any = true;
      const signal = body(frame, out);
      if (signal) return signal;
    }
    return any ? undefined : otherwise?.(frame, out);
  };
}
