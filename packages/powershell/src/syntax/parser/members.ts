import { memberAccessOperator, invocationParenthesis } from '../read-ahead.ts';
import type { ExpressionAst } from '../ast.ts';
import type { Token } from '../token.ts';
import type { TypeName } from '../type-name.ts';
import { parseSimpleName } from './names.ts';
import {
  after,
  before,
  errorExpression,
  firstOf,
  isUnaryOperator,
  spanning,
  type Parser,
  type Span,
} from './parser.ts';
import { parseGenericArguments } from './type-names.ts';

/** The members and indexes behind an expression, if any. */
export function parseMembers(p: Parser, expression: ExpressionAst): ExpressionAst {
  const operator = nextAccess(p);
  return operator ? parseMemberChain(p, expression, operator) : expression;
}

/** A token that was looked at is no member access: white space stood before it. */
const nextAccess = (p: Parser): Token | undefined =>
  p.pending ? undefined : memberAccessOperator(p.lexer, { bracket: true });

/** member-chain: { ( '.' | '::' | '?.' ) member | ( '[' | '?[' ) index ']' } */
export function parseMemberChain(p: Parser, expression: ExpressionAst, first: Token): ExpressionAst {
  let chain = expression;
  for (let operator: Token | undefined = first; operator; operator = nextAccess(p)) {
    p.skipNewlines();
    const isIndex = operator.kind === 'LBracket' || operator.kind === 'QuestionLBracket';
    chain = isIndex ? parseIndex(p, chain, operator) : parseMember(p, chain, operator);
  }
  return chain;
}

function parseIndex(p: Parser, target: ExpressionAst, bracket: Token): ExpressionAst {
  p.skipNewlines();
  const parsed = p.withComma({ disabled: false }, () => p.grammar.expression(p));
  if (!parsed) p.incomplete('MissingArrayIndexExpression', after(bracket));
  const index = parsed ?? errorExpression(bracket);
  p.skipNewlines();
  const end = p.accept('RBracket');
  if (!end && index.type !== 'ErrorExpression') p.incomplete('MissingEndSquareBracket', after(index));
  const nullConditional = bracket.kind === 'QuestionLBracket';
  return { type: 'IndexExpression', ...spanning(target, firstOf(end, index)), target, index, nullConditional };
}

/** member-name: simple-name | unary-expression | primary */
function parseMemberName(p: Parser): ExpressionAst | undefined {
  const name = parseSimpleName(p);
  if (name) return name;
  const token = p.peek();
  if (isUnaryOperator(token) || token.kind === 'LBracket') return p.grammar.unary(p);
  return p.grammar.primary(p, { members: false });
}

function parseMember(p: Parser, target: ExpressionAst, operator: Token): ExpressionAst {
  const access = { isStatic: operator.kind === 'ColonColon', nullConditional: operator.kind === 'QuestionDot' };
  const name = parseMemberName(p);
  if (name && !p.pending) {
    const call = parseInvocation(p);
    if (call) {
      const { end, genericArguments, values } = call;
      const span = { start: target.start, end };
      return {
        type: 'InvokeMemberExpression',
        ...span,
        expression: target,
        member: name,
        ...access,
        arguments: values,
        genericArguments,
      };
    }
  }
  const member = name ?? recoverMember(p, target, operator);
  return { type: 'MemberExpression', ...spanning(target, member), expression: target, member, ...access };
}

function recoverMember(p: Parser, target: ExpressionAst, operator: Token): ExpressionAst {
  p.incomplete('MissingPropertyName', after(operator));
  return p.grammar.singleArgument(p, 'argument') ?? errorExpression(spanning(target, operator));
}

interface Invocation {
  readonly end: number;
  readonly genericArguments: readonly TypeName[];
  /** Absent for `()`, as in the original. */
  readonly values: readonly ExpressionAst[] | undefined;
}

/** invocation: [ '[' generic-arguments ']' ] ( '(' arguments ')' | script-block ), right behind the name */
function parseInvocation(p: Parser): Invocation | undefined {
  const begin = p.lexer.index;
  const generic = parseMethodGenerics(p, begin);
  const open = p.pending ? undefined : invocationParenthesis(p.lexer);
  if (!open) {
    if (generic?.closed) p.resync(begin);
    return undefined;
  }
  const genericArguments = generic?.types ?? [];
  if (open.kind === 'LParen') {
    const { values, last } = parseArguments(p, open);
    return { end: last.end, genericArguments, values: values.length > 0 ? values : undefined };
  }
  p.skipNewlines();
  const block = p.grammar.scriptBlockExpression(p, open);
  return { end: block.end, genericArguments, values: [block] };
}

function parseMethodGenerics(p: Parser, begin: number): { types: TypeName[]; closed: boolean } | undefined {
  if (p.lexer.peek() !== '[') return undefined;
  memberAccessOperator(p.lexer, { bracket: true });
  return p.inMode('type name', () => {
    p.skipNewlines();
    const first = p.next();
    if (first.kind !== 'Identifier') {
      p.resync(begin);
      return undefined;
    }
    const { types, last } = parseGenericArguments(p, first);
    if (last.kind === 'RBracket') return { types, closed: true };
    p.unget(last);
    p.incomplete('EndSquareBracketExpectedAtEndOfType', before(last));
    return { types, closed: false };
  });
}

/** '(' [ expression { ',' expression } ] ')', after the parenthesis */
export function parseArguments(p: Parser, leftParen: Token): { values: ExpressionAst[]; last: Span } {
  const values: ExpressionAst[] = [];
  return p.withComma({ disabled: true }, () => {
    const { trailing } = parseValues(p, values);
    p.skipNewlines();
    const rightParen = p.accept('RParen');
    if (!rightParen && !trailing) p.incomplete('MissingEndParenthesisInMethodCall', after(values.at(-1) ?? leftParen));
    return { values, last: firstOf(rightParen, trailing, values.at(-1), leftParen) };
  });
}

/** Gives the comma behind which an argument is missing. */
function parseValues(p: Parser, values: ExpressionAst[]): { trailing: Token | undefined } {
  for (let comma: Token | undefined; ;) {
    p.skipNewlines();
    const value = p.grammar.expression(p);
    if (!value) {
      if (comma) p.incomplete('MissingExpressionAfterToken', after(comma), ',');
      return { trailing: comma };
    }
    values.push(value);
    p.skipNewlines();
    comma = p.accept('Comma');
    if (!comma) return { trailing: undefined };
  }
}
