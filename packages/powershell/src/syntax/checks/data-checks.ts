import type { DataStatementAst, StringConstantExpressionAst } from '../ast.ts';
import type { Report } from './report.ts';
import { checkRestricted } from './restricted-language.ts';

/** The command that every data section may call. */
export const dataCommand = 'ConvertFrom-StringData';

/** A data section holds data; commands that are named by more than constants are checked when it runs. */
export function checkData({ commandsAllowed, body }: DataStatementAst, report: Report): void {
  const names = commandsAllowed.filter(
    (each): each is StringConstantExpressionAst => each.type === 'StringConstantExpression',
  );
  if (names.length < commandsAllowed.length) return;
  checkRestricted(body, { commands: [dataCommand, ...names.map(({ value }) => value)] }, report);
}
