import { memberAccessOperator } from '../read-ahead.ts';
import type { AttributeBaseAst, BinaryExpressionAst, ExpressionAst } from '../ast.ts';
import type { Token } from '../token.ts';
import { tokenTraits } from '../token-kind.ts';
import { parseAttributes } from './attributes.ts';
import { parseMemberChain } from './members.ts';
import { after, before, errorExpression, isBinaryOperator, isUnaryOperator, spanning, type Parser } from './parser.ts';
import { parsePrimary } from './primary.ts';

interface ExpressionOptions {
  /** Inside a ternary, where `?` and `:` end a number. */
  readonly ternary?: boolean | undefined;
}

const inTernary = { ternary: true } as const;

/** expression: binary-expression [ '?' expression ':' expression ] */
export function parseExpression(p: Parser, options: ExpressionOptions = {}): ExpressionAst | undefined {
  return p.inMode('expression', () => {
    const condition = parseBinary(p, options);
    const question = condition && p.peek();
    if (!question || question.kind !== 'QuestionMark') return condition;
    p.skip();
    return parseTernary(p, condition, question);
  });
}

function parseTernary(p: Parser, condition: ExpressionAst, question: Token): ExpressionAst {
  p.skipNewlines();
  const ifTrue = parseBranch(p, question);
  p.skipNewlines();
  const colon = p.next();
  if (colon.kind !== 'Colon') {
    p.unget(colon);
    const broken = ifTrue.type === 'ErrorExpression';
    if (!broken) p.incomplete('MissingColonInTernaryExpression', colon);
    return errorExpression(spanning(condition, before(colon)), broken ? [condition] : [condition, ifTrue]);
  }
  p.skipNewlines();
  const ifFalse = parseBranch(p, colon);
  return { type: 'TernaryExpression', ...spanning(condition, ifFalse), condition, ifTrue, ifFalse };
}

function parseBranch(p: Parser, operator: Token): ExpressionAst {
  const branch = parseExpression(p, inTernary);
  if (branch) return branch;
  p.incomplete('ExpectedValueExpression', after(operator), operator.text);
  return errorExpression(after(operator));
}

/** binary-expression: array-literal { binary-operator array-literal }, by precedence, from the left */
function parseBinary(p: Parser, options: ExpressionOptions): ExpressionAst | undefined {
  const first = parseArrayLiteral(p, options);
  if (!first) return undefined;
  const operands: ExpressionAst[] = [first];
  const operators: Token[] = [];
  let token = p.peek();
  while (isBinaryOperator(token)) {
    p.skip();
    reduce(operands, operators, precedenceOf(token));
    operators.push(token);
    p.skipNewlines();
    operands.push(parseOperand(p, token));
    token = p.peek();
  }
  reduce(operands, operators, 0);
  return token.kind === 'Parameter' ? recoverParameter(p, token, operands[0]!) : operands[0];
}

const precedenceOf = (token: Token): number => tokenTraits[token.kind].binary ?? 0;

/** Joins the operands whose operators bind at least as tightly as `precedence`. */
function reduce(operands: ExpressionAst[], operators: Token[], precedence: number): void {
  while (operators.length > 0 && precedenceOf(operators.at(-1)!) >= precedence) {
    const right = operands.pop()!;
    const left = operands.pop()!;
    operands.push(binary(left, operators.pop()!, right));
  }
}

function binary(left: ExpressionAst, operator: Token, right: ExpressionAst): BinaryExpressionAst {
  const { start, end } = spanning(left, right);
  return {
    type: 'BinaryExpression',
    start,
    end,
    operator: operator.kind,
    left,
    right,
    operatorStart: operator.start,
    operatorEnd: operator.end,
  };
}

function parseOperand(p: Parser, operator: Token): ExpressionAst {
  const operand = parseArrayLiteral(p, inTernary);
  if (operand) return operand;
  p.incomplete('ExpectedValueExpression', after(operator), operator.text);
  return errorExpression(after(operator));
}

/** `$a -foo`: no operator of that name. */
function recoverParameter(p: Parser, token: Token, expression: ExpressionAst): ExpressionAst {
  p.error('UnexpectedToken', token, token.text);
  p.skip();
  const { start, end, value } = token;
  return errorExpression(spanning(expression, token), [
    expression,
    { type: 'CommandParameter', start, end, parameterName: value, errorEnd: end },
  ]);
}

/** array-literal: unary-expression { ',' unary-expression } */
function parseArrayLiteral(p: Parser, options: ExpressionOptions): ExpressionAst | undefined {
  const first = parseUnary(p, options);
  if (!first || p.commaDisabled || p.peek().kind !== 'Comma') return first;
  const elements = [first];
  for (let comma = p.peek(); comma.kind === 'Comma'; comma = p.peek()) {
    p.skip();
    p.skipNewlines();
    const element = parseUnary(p, inTernary);
    elements.push(element ?? errorExpression(comma));
    if (element) continue;
    p.incomplete('MissingExpressionAfterToken', after(comma), comma.text);
    break;
  }
  return { type: 'ArrayLiteral', ...spanning(first, elements.at(-1)!), elements };
}

/** unary-expression: unary-operator unary-expression | attributes unary-expression | primary [ '++' | '--' ] */
export function parseUnary(p: Parser, options: ExpressionOptions = {}): ExpressionAst | undefined {
  const token = peekOperand(p, options);
  if (isUnaryOperator(token)) return parseOperation(p, token);
  const expression = token.kind === 'LBracket' ? parseAttributed(p, token) : parsePrimary(p, { members: true });
  if (!expression) return undefined;
  const postfix = p.peek();
  if (postfix.kind !== 'PlusPlus' && postfix.kind !== 'MinusMinus') return expression;
  p.skip();
  const operator = postfix.kind === 'PlusPlus' ? 'PostfixPlusPlus' : 'PostfixMinusMinus';
  return { type: 'UnaryExpression', ...spanning(expression, postfix), operator, child: expression };
}

/** Where an operand is expected, `-1` is a number and `1?` ends before its question mark. */
function peekOperand(p: Parser, { ternary = false }: ExpressionOptions): Token {
  const { lexer } = p;
  const { allowSignedNumbers, ternaryEndsNumber } = lexer;
  lexer.allowSignedNumbers = true;
  lexer.ternaryEndsNumber = ternary;
  const { pending } = p;
  if (pending && (pending.kind === 'Minus' || (ternary && pending.kind === 'Generic'))) p.resync(pending);
  try {
    return p.peek();
  } finally {
    lexer.allowSignedNumbers = allowSignedNumbers;
    lexer.ternaryEndsNumber = ternaryEndsNumber;
  }
}

function parseOperation(p: Parser, operator: Token): ExpressionAst | undefined {
  if (p.commaDisabled && operator.kind === 'Comma') return undefined;
  p.skip();
  p.skipNewlines();
  const child = parseUnary(p, inTernary);
  if (!child) {
    p.incomplete('MissingExpressionAfterOperator', after(operator), operator.text);
    return errorExpression(operator);
  }
  const span = spanning(operator, child);
  if (operator.kind === 'Comma') return { type: 'ArrayLiteral', ...span, elements: [child] };
  return { type: 'UnaryExpression', ...span, operator: operator.kind, child };
}

/** `[int] $x`, `[int]::MaxValue`, `[int]`, `[ValidateRange(1, 2)] [int] $x = …` */
function parseAttributed(p: Parser, bracket: Token): ExpressionAst | undefined {
  const attributes = parseAttributes(p, { inExpression: true });
  const last = attributes.pop();
  if (!last) return undefined;
  const innermost = last.type === 'Attribute' ? parseAfterAttribute(p, last) : parseAfterType(p, last);
  if (!innermost) {
    p.incomplete('UnexpectedAttribute', last, attributeName(p, last));
    return errorExpression(spanning(bracket, last), [...attributes, last]);
  }
  return attributes.reduceRight(applyAttribute, innermost);
}

const attributeName = (p: Parser, attribute: AttributeBaseAst): string => p.textOf(attribute.typeName);

function applyAttribute(child: ExpressionAst, attribute: AttributeBaseAst): ExpressionAst {
  const span = spanning(attribute, child);
  if (attribute.type === 'TypeConstraint') return { type: 'ConvertExpression', ...span, attribute, child };
  return { type: 'AttributedExpression', ...span, attribute, child };
}

function parseAfterAttribute(p: Parser, attribute: AttributeBaseAst): ExpressionAst | undefined {
  p.skipNewlines();
  const child = parseUnary(p, inTernary);
  return child && applyAttribute(child, attribute);
}

function parseAfterType(p: Parser, constraint: AttributeBaseAst): ExpressionAst {
  const { start, end, typeName } = constraint;
  const literal: ExpressionAst = { type: 'TypeExpression', start, end, typeName };
  const access = p.pending ? undefined : memberAccessOperator(p.lexer, { bracket: false });
  if (access) return parseMemberChain(p, literal, access);
  const token = p.peek();
  if (token.kind === 'NewLine' || token.kind === 'Comma') return literal;
  const child = parseUnary(p, inTernary);
  return child ? applyAttribute(child, constraint) : literal;
}
