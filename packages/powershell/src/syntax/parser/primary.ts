import type {
  ConstantExpressionAst,
  ExpandableStringExpressionAst,
  ExpressionAst,
  HashtableAst,
  StatementAst,
  StatementBlockAst,
  StringConstantKind,
} from '../ast.ts';
import type { NumberValue } from '../number-value.ts';
import type { Token } from '../token.ts';
import { parseVariablePath, type VariablePath } from '../variable-path.ts';
import { acceptSimpleName, stringConstant } from './names.ts';
import { parseMembers } from './members.ts';
import { after, before, errorStatement, firstOf, spanning, type Parser, type StatementList } from './parser.ts';

/** primary: variable | number | string | '(' … ')' | '$(' … ')' | '@(' … ')' | '@{' … '}' | '{' … '}', members behind it */
export function parsePrimary(p: Parser, options: { members: boolean }): ExpressionAst | undefined {
  const token = p.next();
  if (token.kind === 'Variable' || token.kind === 'SplattedVariable') return parseVariable(p, token, options);
  const expression = parseValue(p, token);
  if (!expression) {
    p.unget(token);
    return undefined;
  }
  return options.members ? parseMembers(p, expression) : expression;
}

function parseValue(p: Parser, token: Token): ExpressionAst | undefined {
  switch (token.kind) {
    case 'Number':
      return constant(token);
    case 'StringLiteral':
      return stringConstant(token, token.value, 'SingleQuoted');
    case 'HereStringLiteral':
      return stringConstant(token, token.value, 'SingleQuotedHereString');
    case 'StringExpandable':
      return expandableString(p, token, 'DoubleQuoted');
    case 'HereStringExpandable':
      return expandableString(p, token, 'DoubleQuotedHereString');
    case 'LParen':
      return parseParenthesized(p, token);
    case 'AtParen':
    case 'DollarParen':
      return parseSubExpression(p, token);
    case 'AtCurly':
      return parseHashtable(p, token);
    case 'LCurly':
      return p.grammar.scriptBlockExpression(p, token);
    default:
      return undefined;
  }
}

const variable = (token: Token, path: VariablePath): ExpressionAst => ({
  type: 'VariableExpression',
  start: token.start,
  end: token.end,
  path,
  splatted: token.kind === 'SplattedVariable',
});

/** `$using:x.y` is one expression: the members belong to the variable of the caller. */
function parseVariable(p: Parser, token: Token, options: { members: boolean }): ExpressionAst {
  const path = token.path!;
  const isUsing = path.drive?.toLowerCase() === 'using' && path.unqualifiedPath !== '';
  const inner = variable(token, isUsing ? parseVariablePath(path.unqualifiedPath) : path);
  const expression = options.members ? parseMembers(p, inner) : inner;
  return isUsing ? { type: 'UsingExpression', start: expression.start, end: expression.end, expression } : expression;
}

function constant(token: Token): ConstantExpressionAst {
  const { valueType, value } = literalOf(token.number);
  return { type: 'ConstantExpression', start: token.start, end: token.end, valueType, value };
}

/** The type and value of a number's token, as the tree holds them. */
export function literalOf(number: NumberValue | undefined): Pick<ConstantExpressionAst, 'valueType' | 'value'> {
  if (!number) return {};
  if (number.type === 'Decimal') return { valueType: 'Decimal', value: decimalText(number.mantissa, number.scale) };
  if (number.type === 'Int64' || number.type === 'UInt64' || number.type === 'BigInteger') {
    return { valueType: number.type, value: number.value };
  }
  return { valueType: number.type, value: Number(number.value) };
}

function decimalText(mantissa: bigint, scale: number): string {
  const sign = mantissa < 0n ? '-' : '';
  const digits = (mantissa < 0n ? -mantissa : mantissa).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function expandableString(p: Parser, token: Token, stringKind: StringConstantKind): ExpressionAst {
  if (!token.nested || token.nested.length === 0) return stringConstant(token, token.value, stringKind);
  return parseExpandable(p, token, stringKind);
}

/** A string or a word with variables and `$( … )` in it. */
export function parseExpandable(
  p: Parser,
  token: Token,
  stringKind: StringConstantKind,
): ExpandableStringExpressionAst {
  const tokens: Token[] = [];
  const nestedExpressions = token.nested!.map((nested) => parseNested(p, nested, tokens));
  if (p.lexer.tokens) Object.assign(token, { nested: tokens });
  const { start, end, value, format = '' } = token;
  return { type: 'ExpandableStringExpression', start, end, stringKind, value, formatString: format, nestedExpressions };
}

function parseNested(p: Parser, nested: Token, tokens: Token[]): ExpressionAst {
  if (nested.path) {
    tokens.push(nested);
    return parseVariable(p, nested, { members: false });
  }
  return p.lexer.nested(nested, () => {
    if (p.lexer.tokens) p.lexer.tokens = tokens;
    const expression = parsePrimary(p, { members: true })!;
    p.skip();
    return expression;
  });
}

/** '(' pipeline ')' */
function parseParenthesized(p: Parser, leftParen: Token): ExpressionAst {
  return p.inMode('command', () =>
    p.withComma({ disabled: false }, () => {
      p.skipNewlines();
      const place = after(leftParen);
      const parsed = p.grammar.pipelineChain(p);
      if (!parsed) p.incomplete('ExpectedExpression', place);
      const pipeline = parsed ?? errorStatement(place);
      p.skipNewlines();
      const rightParen = p.accept('RParen');
      if (!rightParen) p.incomplete('MissingEndParenthesisInExpression', after(pipeline));
      return { type: 'ParenExpression', ...spanning(leftParen, firstOf(rightParen, pipeline)), pipeline };
    }),
  );
}

/** '$(' statements ')' | '@(' statements ')' */
function parseSubExpression(p: Parser, first: Token): ExpressionAst {
  return p.inMode('command', () =>
    p.withComma({ disabled: false }, () => {
      p.skipNewlines();
      const list = p.grammar.statementList(p);
      p.skipNewlines();
      const next = p.peek();
      const rightParen = p.accept('RParen');
      if (!rightParen) p.incomplete('MissingEndParenthesisInSubexpression', next);
      const type = first.kind === 'DollarParen' ? 'SubExpression' : 'ArrayExpression';
      return { type, ...spanning(first, firstOf(rightParen, list.span, first)), body: block(list) };
    }),
  );
}

function block({ statements, traps, span }: StatementList): StatementBlockAst {
  return { type: 'StatementBlock', start: span?.start ?? 0, end: span?.end ?? 0, traps, statements };
}

/** '@{' { key '=' statement } '}' */
function parseHashtable(p: Parser, atCurly: Token): HashtableAst {
  const pairs: [ExpressionAst, StatementAst][] = [];
  p.skipNewlines();
  for (let pair = parsePair(p); pair; pair = parsePair(p)) {
    pairs.push(pair);
    const token = p.peek();
    if (token.kind !== 'NewLine' && token.kind !== 'Semi') break;
    p.skipNewlinesAndSemicolons();
  }
  const next = p.peek();
  const rightCurly = p.accept('RCurly');
  if (!rightCurly) p.incompleteAt('MissingEndCurlyBrace', after(atCurly), next);
  return { type: 'Hashtable', ...spanning(atCurly, rightCurly ?? before(next)), pairs };
}

function parsePair(p: Parser): [ExpressionAst, StatementAst] | undefined {
  const head = p.inMode('expression', () => {
    const key = parseLabelOrKey(p);
    return key && { key, equals: p.next() };
  });
  if (!head) return undefined;
  const { key, equals } = head;
  if (equals.kind === 'Equals') return [key, parsePairValue(p, equals)];
  p.unget(equals);
  const place = after(key);
  p.error('MissingEqualsInHashLiteral', place);
  p.syncOn(['RCurly', 'Semi', 'NewLine'], { consume: false });
  return [key, errorStatement(place)];
}

function parsePairValue(p: Parser, equals: Token): StatementAst {
  return p.inMode('command', () => {
    p.skipNewlines();
    const statement = p.grammar.statement(p);
    if (statement) return statement;
    p.incomplete('MissingStatementInHashLiteral', after(equals));
    return errorStatement(after(equals));
  });
}

/** label-or-key: simple-name | unary-expression */
export function parseLabelOrKey(p: Parser): ExpressionAst | undefined {
  const name = acceptSimpleName(p);
  if (name) return stringConstant(name);
  const token = p.peek();
  if (token.kind === 'NewLine' || token.kind === 'Semi') return undefined;
  return p.withComma({ disabled: true }, () => p.grammar.unary(p));
}
