import type { ExpressionAst, StatementAst, StatementBlockAst, TrapStatementAst } from '../../syntax/ast.ts';
import { asScriptError, settleError } from '../engine/statement-error.ts';
import { toNumeric } from '../conversions/to-number.ts';
import { ExitSignal } from '../errors/script-error.ts';
import type { Frame } from '../engine/frame.ts';
import { Collector, type Output } from '../engine/output.ts';
import { toNumber } from '../values/number-types.ts';
import { valueOrNull } from '../values/nothing.ts';
import { toText } from '../values/to-text.ts';
import type { Compiler } from './compiler.ts';
import type { Expression, Signal, Statement } from './compiled.ts';
import { compileAssignment } from './assignments.ts';
import { compileData } from './data-statement.ts';
import { compileFunction } from './functions.ts';
import { compileDoUntil, compileDoWhile, compileFor, compileForEach, compileWhile } from './loops.ts';
import { LoopEscape, raiseSignal } from './loop-escape.ts';
import { compileChain, compilePipeline } from './pipelines.ts';
import { silent, truth, written } from './written.ts';
import { refused } from './refused.ts';
import { compileSwitch } from './switch.ts';
import { compileMethodReturn, returnSignal } from './method-return.ts';
import { compileThrow, compileTry, trapHandler, type TrapHandler } from './try.ts';

type Compile<T extends StatementAst['type']> = (c: Compiler, ast: Extract<StatementAst, { type: T }>) => Statement;

const table: { readonly [T in StatementAst['type']]?: Compile<T> } = {
  Pipeline: compilePipeline,
  PipelineChain: compileChain,
  AssignmentStatement: (c, ast) => silent(ast, compileAssignment(c, ast)),
  CommandExpression: (c, { expression }) => written(expression, c.expression(expression)),
  IfStatement: (c, ast) => {
    const clauses = ast.clauses.map(
      ([condition, body]) => [truth(condition, c.value(condition)), c.block(body)] as const,
    );
    const otherwise = ast.elseClause && c.block(ast.elseClause);
    return (frame, out) => {
      for (const [condition, body] of clauses) if (condition(frame)) return body(frame, out);
      return otherwise?.(frame, out);
    };
  },
  ForStatement: compileFor,
  ForEachStatement: compileForEach,
  WhileStatement: compileWhile,
  DoWhileStatement: compileDoWhile,
  DoUntilStatement: compileDoUntil,
  SwitchStatement: compileSwitch,
  DataStatement: compileData,
  TryStatement: compileTry,
  TrapStatement: () => () => undefined,
  ThrowStatement: compileThrow,
  FunctionDefinition: compileFunction,
  BreakStatement: (c, { label }) => jump(c, 'break', label),
  ContinueStatement: (c, { label }) => jump(c, 'continue', label),
  TypeDefinition: () => () => undefined,
  ReturnStatement: (c, ast) => {
    const { pipeline } = ast;
    if (c.method) return compileMethodReturn(c, ast);
    const run = pipeline && c.statement(pipeline);
    return (frame, out) => {
      if (pipeline) frame.position = pipeline;
      return run?.(frame, out) ?? returnSignal;
    };
  },
  ExitStatement: (c, { pipeline }) => {
    const code = pipeline && c.value(pipeline);
    return (frame) => {
      throw new ExitSignal(exitCode(code?.(frame)));
    };
  },
};

/** Compiles any statement. */
export function compileStatement(c: Compiler, ast: StatementAst): Statement {
  const compile = table[ast.type] as ((c: Compiler, ast: StatementAst) => Statement) | undefined;
  return compile ? compile(c, ast) : refused(`The statement ${ast.type}`);
}

function jump(c: Compiler, kind: 'break' | 'continue', ast: ExpressionAst | undefined): Statement {
  const label = ast && c.expression(ast);
  if (!label) {
    const signal: Signal = { kind, label: undefined };
    return () => signal;
  }
  return (frame) => ({ kind, label: toText(label(frame)).toLowerCase() });
}

function exitCode(value: unknown): number {
  if (valueOrNull(value) === null) return 0;
  try {
    return toNumber(toNumeric(value, 'Int32')) & 0xff;
  } catch {
    return 0;
  }
}

/** The statements of a block in their order; functions of it are not known before their definition ran. */
export function compileBlock(
  c: Compiler,
  { statements, traps }: Pick<StatementBlockAst, 'statements' | 'traps'>,
): Statement {
  const compiled = statements.map((statement) => c.statement(statement));
  const settle = settler(c, traps);
  const { length } = compiled;
  return (frame, out) => {
    let index = 0;
    while (index < length) {
      try {
        for (; index < length; index++) {
          frame.position = statements[index];
          const signal = compiled[index]!(frame, out);
          if (signal) return signal;
        }
      } catch (error) {
        const signal = settle(frame, out, error);
        if (signal) return signal;
        index++;
      }
    }
    return undefined;
  };
}

/** What becomes of what a statement threw; a `break` that left a command ends the loop around it. */
type Settle = (frame: Frame, out: Output, error: unknown) => Signal | undefined;

function settler(c: Compiler, traps: readonly TrapStatementAst[]): Settle {
  const handlers: readonly TrapHandler[] = traps.map((trap) => trapHandler(c, trap));
  return (frame, out, thrown) => {
    if (thrown instanceof LoopEscape) return thrown.signal;
    const error = asScriptError(thrown);
    const handler = error && handlers.find(({ accepts }) => accepts(frame, error) !== undefined);
    if (handler) return handler.run(frame, out, error);
    settleError(frame, thrown);
    return undefined;
  };
}

/** A statement whose objects become a value: of a lone expression the value itself, else all that is written. */
export function compileValue(c: Compiler, ast: StatementAst): Expression {
  if (ast.type === 'CommandExpression' && ast.redirections.length === 0) return c.expression(ast.expression);
  if (ast.type === 'AssignmentStatement') return compileAssignment(c, ast);
  if (ast.type === 'Pipeline' && ast.elements.length === 1) {
    const [element] = ast.elements;
    if (element?.type === 'CommandExpression' && element.redirections.length === 0)
      return c.expression(element.expression);
  }
  const run = c.statement(ast);
  return (frame) => {
    const out = new Collector();
    raiseSignal(run(frame, out));
    return out.value;
  };
}
