import type { CommandAst, CommandElementAst } from '../../syntax/ast.ts';
import { BindError } from '../binder/bind-error.ts';
import { bindCall, callDirectly, type CallBinding, type WrittenArgument } from '../engine/direct-call.ts';
import type { ScriptFunction } from '../engine/command.ts';
import type { Frame } from '../engine/frame.ts';
import { findCommand, locateBindError } from '../engine/pipeline.ts';
import { valueOrNull } from '../values/nothing.ts';
import { saysMore } from './arguments.ts';
import type { Compiler } from './compiler.ts';
import type { CompiledScriptBlock, Expression, Statement } from './compiled.ts';

/**
 * A command that stands alone under a constant name: where the name is that of a plain function, it is called without
 * a pipeline around it. `general` runs everything else.
 */
export function compileDirectCall(c: Compiler, ast: CommandAst, general: Statement): Statement {
  const name = constantName(ast);
  const written = ast.elements.slice(1).map((element) => writtenArgument(c, element));
  if (name === undefined || written.includes(undefined)) return general;
  const bindingOf = bindingCache(written as WrittenArgument[]);
  const values = ast.elements.slice(1).map((element) => valueOf(c, element));
  const site = { source: c.source, start: ast.start, end: ast.end, name };
  return (frame, out) => {
    const command = findCommand(frame, name);
    const binding = command?.kind === 'function' ? bindingOf(command.code, frame) : undefined;
    if (binding === undefined) return general(frame, out);
    const { code } = command as ScriptFunction;
    try {
      const call = {
        command: command as ScriptFunction,
        plan: code.plan(frame)!,
        binding,
        values: evaluate(frame, values),
        site,
      };
      return callDirectly(frame, out, call);
    } catch (error) {
      throw error instanceof BindError ? locateBindError(error, { command: command!, name, position: site }) : error;
    }
  };
}

function constantName({ elements: [head], redirections, invocationOperator }: CommandAst): string | undefined {
  if (redirections.length > 0 || invocationOperator || head?.type !== 'StringConstantExpression') return undefined;
  return head.value;
}

/** An argument that goes its own way is left to the general call. */
function writtenArgument(c: Compiler, element: CommandElementAst): WrittenArgument | undefined {
  if (element.type === 'VariableExpression' && element.splatted) return undefined;
  if (saysMore(c, element)) return undefined;
  if (element.type !== 'CommandParameter') return { name: undefined, hasValue: true, place: element };
  return { name: element.parameterName, hasValue: element.argument !== undefined, place: element.argument ?? element };
}

/** What the arguments at this place mean to the function that was called last. */
function bindingCache(
  written: readonly WrittenArgument[],
): (code: CompiledScriptBlock, frame: Frame) => CallBinding | undefined {
  let known: CompiledScriptBlock | undefined;
  let binding: CallBinding | undefined;
  return (code, frame) => {
    if (code !== known) {
      known = code;
      const plan = code.plan(frame);
      binding = plan && bindCall(plan, written);
    }
    return binding;
  };
}

function valueOf(c: Compiler, element: CommandElementAst): Expression | undefined {
  const value = element.type === 'CommandParameter' ? element.argument : element;
  return value && c.expression(value);
}

function evaluate(frame: Frame, values: readonly (Expression | undefined)[]): unknown[] {
  const evaluated: unknown[] = [];
  for (const value of values) evaluated.push(value === undefined ? null : valueOrNull(value(frame)));
  return evaluated;
}
