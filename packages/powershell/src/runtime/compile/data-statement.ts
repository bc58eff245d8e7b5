import type { DataStatementAst } from '../../syntax/ast.ts';
import { dataCommand } from '../../syntax/checks/data-checks.ts';
import { checkRestricted } from '../../syntax/checks/restricted-language.ts';
import { type ParseError, parseError } from '../../syntax/parse-error.ts';
import type { Frame } from '../engine/frame.ts';
import { Collector } from '../engine/output.ts';
import { parseErrorRecord } from '../errors/parse-exception.ts';
import { ScriptError } from '../errors/script-error.ts';
import { toText } from '../values/to-text.ts';
import type { Statement } from './compiled.ts';
import type { Compiler } from './compiler.ts';

/** `data`: what its body gives goes into a variable of the scope where it names one, else to the output. */
export function compileData(c: Compiler, ast: DataStatementAst): Statement {
  const { variable, commandsAllowed } = ast;
  const body = c.block(ast.body);
  const isChecked = commandsAllowed.every(({ type }) => type === 'StringConstantExpression');
  const commands = isChecked ? [] : commandsAllowed.map((command) => c.expression(command));
  return (frame, out) => {
    if (!isChecked) checkAtRun(frame, ast, { commands: [dataCommand, ...commands.map((name) => toText(name(frame)))] });
    if (variable === undefined) return body(frame, out);
    const collected = new Collector();
    const signal = body(frame, collected);
    frame.scope.setLocal(variable, collected.value);
    return signal;
  };
}

/** Where the commands are named by more than constants, the section is checked when they are known. */
function checkAtRun({ source }: Frame, { body }: DataStatementAst, allowed: { commands: readonly string[] }): void {
  const errors: ParseError[] = [];
  checkRestricted(body, allowed, (id, { start, end }, ...values) => {
    errors.push(parseError(id, { start, end, arguments: values }));
  });
  if (errors.length > 0) throw new ScriptError(parseErrorRecord(source, errors));
}
