import type {
  ExpressionAst,
  CommandBaseAst,
  CommandElementAst,
  PipelineAst,
  PipelineChainAst,
} from '../../syntax/ast.ts';
import type { Frame } from '../engine/frame.ts';
import type { Output } from '../engine/output.ts';
import { runPipeline, type PipelineCommand } from '../engine/pipeline.ts';
import { settleError } from '../engine/statement-error.ts';
import { valueOrNull } from '../values/nothing.ts';
import { argumentsOf, compileArgument } from './arguments.ts';
import type { Compiler } from './compiler.ts';
import type { Expression, Statement } from './compiled.ts';
import { enumeratedExpression } from './enumerated.ts';
import { compileDirectCall } from './direct-calls.ts';
import { compileRedirections, type Redirected, type Redirection } from './redirections.ts';
import { callsLikeMethod, refuseMethodCall } from './strict-checks.ts';
import { expressionSetsSuccess } from './sets-success.ts';
import { silent, written } from './written.ts';

/** Commands joined by `|`; a lone expression is written as it is. */
export function compilePipeline(c: Compiler, ast: PipelineAst): Statement {
  const { elements } = ast;
  const [first] = elements;
  if (elements.length === 1 && first?.type === 'CommandExpression' && first.redirections.length === 0) {
    const { expression } = first;
    return isStep(expression) ? silent(ast, c.expression(expression)) : written(expression, c.expression(expression));
  }
  const [only] = elements.length === 1 && first?.type === 'Command' ? [first] : [];
  const run = compileStages(c, elements);
  const call = only ? compileDirectCall(c, only, run) : run;
  if (!elements.some((element) => element.type === 'Command' && callsLikeMethod(element))) return call;
  return (frame, out) => {
    refuseMethodCall(frame);
    return call(frame, out);
  };
}

function compileStages(c: Compiler, elements: PipelineAst['elements']): Statement {
  const [first] = elements;
  const input = first?.type === 'CommandExpression' ? first : undefined;
  const source = input && enumeratedExpression(c, input.expression);
  const commands = (input ? elements.slice(1) : elements).map((element) => compileCommand(c, element));
  const redirect = input && compileRedirections(c, input.redirections);
  const sets = input !== undefined && commands.length === 0 && expressionSetsSuccess(input.expression);
  return (frame, out) => {
    execute(frame, { source, commands, redirect, out });
    if (sets) frame.session.succeeded = true;
    return undefined;
  };
}

/** `$x++` alone writes nothing. */
const isStep = ({ type, ...ast }: ExpressionAst): boolean =>
  type === 'UnaryExpression' && 'operator' in ast && /(PlusPlus|MinusMinus)$/.test(ast.operator);

interface Execution {
  readonly source: Expression | undefined;
  readonly commands: readonly ((frame: Frame) => PipelineCommand)[];
  readonly redirect: Redirected | undefined;
  readonly out: Output;
}

function execute(frame: Frame, { source, commands, redirect, out }: Execution): void {
  const { session } = frame;
  const run = (target: Output) => {
    const input = source && { value: source(frame) };
    runPipeline(frame, { input, commands: commands.map((command) => command(frame)), out: target });
  };
  if (redirect) redirected(frame, redirect(frame, { out, streams: frame.streams }), run);
  else run(out);
  session.watch.poll();
}

/** Runs with the streams of an expression's redirection. */
function redirected(frame: Frame, { out, streams, close }: Redirection, run: (out: Output) => void): void {
  const outer = frame.streams;
  frame.streams = streams;
  try {
    run(out);
  } finally {
    frame.streams = outer;
    close();
  }
}

/** `a && b`, `a || b`: the right side depends on `$?`. */
export function compileChain(c: Compiler, ast: PipelineChainAst): Statement {
  const left = settled(ast.left, c.statement(ast.left));
  const right = settled(ast.right, c.statement(ast.right));
  const wanted = ast.operator === 'AndAnd';
  return (frame, out) => left(frame, out) ?? (frame.session.succeeded === wanted ? right(frame, out) : undefined);
}

/** An error of one pipeline of a chain is one that leaves `$?` false, as that of a statement is. */
const settled =
  (place: PipelineChainAst['left'], run: Statement): Statement =>
  (frame, out) => {
    frame.position = place;
    try {
      return run(frame, out);
    } catch (thrown) {
      settleError(frame, thrown);
      return undefined;
    }
  };

function compileCommand(c: Compiler, ast: CommandBaseAst): (frame: Frame) => PipelineCommand {
  if (ast.type !== 'Command') throw new Error('An expression stands behind a pipe.');
  const [head, ...rest] = ast.elements;
  const name = c.expression(head as Exclude<CommandElementAst, { type: 'CommandParameter' }>);
  const args = rest.map((element) => compileArgument(c, element));
  const redirect = compileRedirections(c, ast.redirections);
  return (frame) => ({
    name: valueOrNull(name(frame)),
    invocation: ast.invocationOperator,
    arguments: argumentsOf(args, frame),
    redirect,
    place: ast,
    namePlace: head!,
  });
}
