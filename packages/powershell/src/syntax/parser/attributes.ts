import { leftBracket } from '../read-ahead.ts';
import type { AttributeAst, AttributeBaseAst, ExpressionAst, NamedAttributeArgumentAst } from '../ast.ts';
import type { Token } from '../token.ts';
import type { TypeName } from '../type-name.ts';
import { parseSimpleName } from './names.ts';
import { after, before, errorExpression, firstOf, spanning, type Parser, type Span } from './parser.ts';
import { parseTypeName } from './type-names.ts';

/** attribute-list: attribute { attribute }; in an expression nothing but attributes may stand on lines of their own. */
export function parseAttributes(p: Parser, options: { inExpression: boolean }): AttributeBaseAst[] {
  const attributes: AttributeBaseAst[] = [];
  for (let attribute = parseAttribute(p); attribute; attribute = parseAttribute(p)) {
    attributes.push(attribute);
    if (!options.inExpression || attribute.type === 'Attribute') p.skipNewlines();
  }
  return attributes;
}

/** A `[`, with the white space before it; a token that was looked at is one or is none. */
function nextLeftBracket(p: Parser): Token | undefined {
  if (!p.pending) return leftBracket(p.lexer);
  return p.pending.kind === 'LBracket' ? p.next() : undefined;
}

/** attribute: '[' type-name ']' | '[' type-name '(' arguments ')' ']' */
export function parseAttribute(p: Parser): AttributeBaseAst | undefined {
  const bracket = nextLeftBracket(p);
  if (!bracket) return undefined;
  p.skipNewlines();
  const typeName = parseTypeName(p, { assembly: true });
  if (!typeName) {
    p.resync(bracket);
    p.incomplete('MissingTypename', after(bracket));
    return undefined;
  }
  const token = p.next();
  return token.kind === 'LParen'
    ? parseAttributeArguments(p, bracket, { typeName, leftParen: token })
    : finishTypeConstraint(p, bracket, { typeName, token });
}

function finishTypeConstraint(
  p: Parser,
  bracket: Token,
  { typeName, token }: { typeName: TypeName; token: Token },
): AttributeBaseAst {
  if (token.kind === 'RBracket') return { type: 'TypeConstraint', start: bracket.start, end: token.end, typeName };
  p.unget(token);
  p.error('EndSquareBracketExpectedAtEndOfAttribute', before(token));
  return { type: 'TypeConstraint', start: bracket.start, end: typeName.end, typeName };
}

interface Arguments {
  readonly positional: ExpressionAst[];
  readonly named: NamedAttributeArgumentAst[];
  last: Span;
}

function parseAttributeArguments(
  p: Parser,
  bracket: Token,
  { typeName, leftParen }: { typeName: TypeName; leftParen: Token },
): AttributeAst {
  p.skipNewlines();
  const list: Arguments = { positional: [], named: [], last: leftParen };
  p.inMode('expression', () => p.withComma({ disabled: true }, () => parseArgumentList(p, list)));
  p.skipNewlines();
  const rightParen = p.accept('RParen');
  if (!rightParen) p.incomplete('MissingEndParenthesisInExpression', after(list.last));
  p.skipNewlines();
  const rightBracket = p.accept('RBracket');
  if (!rightBracket && rightParen) p.incomplete('EndSquareBracketExpectedAtEndOfAttribute', after(rightParen));
  const { start, end } = spanning(bracket, firstOf(rightBracket, rightParen, list.last));
  return { type: 'Attribute', start, end, typeName, positionalArguments: list.positional, namedArguments: list.named };
}

/** arguments: argument { ',' argument }; argument: simple-name [ '=' expression ] | expression */
function parseArgumentList(p: Parser, list: Arguments): void {
  for (let comma: Token | undefined; ;) {
    p.skipNewlines();
    parseArgument(p, list, comma);
    p.skipNewlines();
    comma = p.peek();
    if (comma.kind !== 'Comma') return;
    list.last = comma;
    p.skip();
  }
}

function parseArgument(p: Parser, list: Arguments, comma: Token | undefined): void {
  const name = parseSimpleName(p);
  if (name) return void list.named.push(parseNamedArgument(p, list, { name: name.value, span: name }));
  const expression = p.grammar.expression(p);
  if (expression) {
    list.positional.push(expression);
    list.last = expression;
  } else if (comma) {
    const place = after(comma);
    p.incomplete('MissingExpressionAfterToken', place, ',');
    list.positional.push(errorExpression(place));
    list.last = place;
  }
}

function parseNamedArgument(
  p: Parser,
  list: Arguments,
  { name, span }: { name: string; span: Span },
): NamedAttributeArgumentAst {
  const omitted: ExpressionAst = {
    type: 'ConstantExpression',
    start: span.start,
    end: span.end,
    valueType: 'Boolean',
    value: true,
  };
  const equals = p.peek();
  const expressionOmitted = equals.kind !== 'Equals';
  const argument = expressionOmitted ? omitted : parseNamedValue(p, p.next());
  if (!expressionOmitted) list.last = argument;
  return {
    type: 'NamedAttributeArgument',
    ...spanning(span, argument),
    argumentName: name,
    argument,
    expressionOmitted,
  };
}

function parseNamedValue(p: Parser, equals: Token): ExpressionAst {
  p.skipNewlines();
  const expression = p.grammar.expression(p);
  if (expression) return expression;
  const place = after(equals);
  p.incomplete('MissingExpressionInNamedArgument', place);
  p.syncOn(['Comma', 'RParen', 'RBracket', 'NewLine'], { consume: true });
  return errorExpression(place);
}
