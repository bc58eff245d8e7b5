import type { AttributeAst, ExpressionAst } from '../../syntax/ast.ts';
import { fullTypeName, type TypeName } from '../../syntax/type-name.ts';
import { valueOrNull } from '../values/nothing.ts';
import type { Compiler } from './compiler.ts';
import type { Expression } from './compiled.ts';
import type { AttributeCode } from './parameter-code.ts';

/** The name of an attribute in lower case, without the ending that it may leave out. */
export const attributeKey = (typeName: TypeName): string =>
  fullTypeName(typeName)
    .toLowerCase()
    .replace(/^system\.management\.automation\./, '')
    .replace(/attribute$/, '');

export function compileAttribute(c: Compiler, ast: AttributeAst): AttributeCode {
  const positional = ast.positionalArguments.map((argument) => c.expression(argument));
  const named = ast.namedArguments.map(({ argumentName, argument, expressionOmitted }) => ({
    key: argumentName.toLowerCase(),
    value: expressionOmitted ? (): unknown => true : asExpression(c, argument),
  }));
  return {
    key: attributeKey(ast.typeName),
    typeName: ast.typeName,
    place: ast,
    evaluate: (frame) => ({
      args: positional.map((argument) => valueOrNull(argument(frame))),
      named: new Map(named.map(({ key, value }) => [key, valueOrNull(value(frame))])),
    }),
  };
}

const asExpression = (c: Compiler, ast: ExpressionAst): Expression => c.expression(ast);
