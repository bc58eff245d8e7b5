import type { BinaryExpressionAst, ExpressionAst, UnaryExpressionAst } from '../../syntax/ast.ts';
import type { TokenKind } from '../../syntax/token-kind.ts';
import { add, compute } from '../operators/add.ts';
import { bitwiseNot } from '../operators/bitwise.ts';
import { comparison, tests } from '../operators/comparisons.ts';
import type { CaseRule } from '../operators/compare.ts';
import { matchGroups } from '../operators/match.ts';
import { join, splitWords } from '../operators/split-join.ts';
import { userOperator } from '../operators/user-operator.ts';
import { listOf } from '../values/enumerate.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { isTrue } from '../values/truth.ts';
import type { Compiler } from './compiler.ts';
import type { Expression } from './compiled.ts';
import { asType, isOfNamedType } from './type-operators.ts';
import { compileStep } from './assignments.ts';
import { refused } from './refused.ts';
import { numberOperator } from './number-operators.ts';
import { operationOf } from './operations.ts';
import { replaceOperator, splitOperator } from './text-operators.ts';

export function compileBinary(c: Compiler, ast: BinaryExpressionAst): Expression {
  const left = c.expression(ast.left);
  const right = c.expression(ast.right);
  if (ast.operator === 'Ireplace' || ast.operator === 'Creplace') return compileReplace(ast, left, right);
  const special = specialOperator(ast.operator, left, right);
  if (special) return special;
  const operation = operationOf(ast.operator);
  if (!operation) return refused(`The operator ${ast.operator}`);
  return numberOperator(ast.operator, operation)(left, right, operation);
}

/** Its errors show the operator. */
function compileReplace(
  { operator, operatorStart, operatorEnd }: BinaryExpressionAst,
  left: Expression,
  right: Expression,
): Expression {
  const rule = operator === 'Ireplace' ? 'ignore case' : 'match case';
  return replaceOperator(rule, { left, right, place: { start: operatorStart, end: operatorEnd } });
}

/** Operators that are more than an operation on two values. */
export const needsFrame: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'And',
  'Or',
  'QuestionQuestion',
  'Is',
  'IsNot',
  'As',
  'Imatch',
  'Cmatch',
  'Inotmatch',
  'Cnotmatch',
  'Ireplace',
  'Creplace',
  'Isplit',
  'Csplit',
]);

/** Operators that need the frame, or not always both operands. */
function specialOperator(operator: TokenKind, left: Expression, right: Expression): Expression | undefined {
  switch (operator) {
    case 'And':
      return (frame) => isTrue(left(frame)) && isTrue(right(frame));
    case 'Or':
      return (frame) => isTrue(left(frame)) || isTrue(right(frame));
    case 'QuestionQuestion':
      return (frame) => valueOrNull(left(frame)) ?? right(frame);
    case 'Is':
      return (frame) => isOfNamedType(frame, left(frame), right(frame));
    case 'IsNot':
      return (frame) => !isOfNamedType(frame, left(frame), right(frame));
    case 'As':
      return (frame) => asType(frame, left(frame), right(frame));
    case 'Imatch':
    case 'Cmatch':
      return matchOperator(operator === 'Imatch' ? 'ignore case' : 'match case', left, right);
    case 'Inotmatch':
    case 'Cnotmatch':
      return notMatchOperator(operator === 'Inotmatch' ? 'ignore case' : 'match case', left, right);
    case 'Isplit':
    case 'Csplit':
      return splitOperator(operator === 'Isplit' ? 'ignore case' : 'match case', left, right);
    default:
      return undefined;
  }
}

/** `-match` on a single value leaves its groups in `$Matches`. */
function matchOperator(rule: CaseRule, left: Expression, right: Expression): Expression {
  const filter = comparison(tests['match']!, rule);
  return (frame) => {
    const value = valueOrNull(left(frame));
    const pattern = right(frame);
    if (listOf(value)) return filter(value, pattern);
    const groups = matchGroups(value, pattern, rule);
    if (groups) frame.scope.setLocal('Matches', groups, 'matches');
    return groups !== undefined;
  };
}

function notMatchOperator(rule: CaseRule, left: Expression, right: Expression): Expression {
  const matched = matchOperator(rule, left, right);
  const filter = comparison(tests['notmatch']!, rule);
  return (frame) => {
    const value = valueOrNull(left(frame));
    return listOf(value) ? filter(value, right(frame)) : matched(frame) === false;
  };
}

type Unary = (value: unknown) => unknown;

const unaryOperations: Partial<Readonly<Record<TokenKind, Unary>>> = {
  Exclaim: (value) => !isTrue(value),
  Not: (value) => !isTrue(value),
  Plus: (value) => userOperator('op_UnaryPlus', value, null) ?? add(0, plusOperand(value)),
  Minus: (value) => userOperator('op_UnaryNegation', value, null) ?? compute('-', 0, value),
  Bnot: bitwiseNot,
  Join: (value) => join(value),
  Isplit: splitWords,
  Csplit: splitWords,
  Comma: (value) => [value === nothing ? null : value],
};

const plusOperand = (value: unknown): unknown => valueOrNull(value) ?? 0;

export function compileUnary(c: Compiler, ast: UnaryExpressionAst): Expression {
  const operation = unaryOperations[ast.operator];
  if (!operation) return compileStep(c, ast);
  if (ast.operator === 'Minus' && ast.child.type === 'ConstantExpression') return negated(c, ast.child);
  const child = c.expression(ast.child);
  return (frame) => operation(child(frame));
}

/** A negated literal keeps -0.0 apart from 0. */
function negated(c: Compiler, ast: ExpressionAst): Expression {
  const child = c.expression(ast);
  return (frame) => compute('*', child(frame), -1);
}
