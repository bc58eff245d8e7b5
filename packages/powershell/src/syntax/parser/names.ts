import type { StringConstantExpressionAst, StringConstantKind } from '../ast.ts';
import type { Token } from '../token.ts';
import type { Parser } from './parser.ts';

export function stringConstant(
  token: Token,
  value = token.text,
  stringKind: StringConstantKind = 'BareWord',
): StringConstantExpressionAst {
  return { type: 'StringConstantExpression', start: token.start, end: token.end, stringKind, value };
}

/** The token of a simple name: a word that is not looked up among the keywords. */
export function acceptSimpleName(p: Parser): Token | undefined {
  p.lexer.wantSimpleName = true;
  try {
    const token = p.peek();
    if (token.kind !== 'Identifier') return undefined;
    p.skip();
    return token;
  } finally {
    p.lexer.wantSimpleName = false;
  }
}

/** simple-name: identifier */
export function parseSimpleName(p: Parser): StringConstantExpressionAst | undefined {
  const token = acceptSimpleName(p);
  return token && stringConstant(token);
}
