import type { TokenKind } from '../../syntax/token-kind.ts';
import { add, compute, multiply } from '../operators/add.ts';
import { bitwise, shift } from '../operators/bitwise.ts';
import type { CaseRule } from '../operators/compare.ts';
import { comparison, contains, tests } from '../operators/comparisons.ts';
import { formatArguments, formatText } from '../operators/format-operator.ts';
import { range } from '../operators/range.ts';
import { join } from '../operators/split-join.ts';
import { toText } from '../values/to-text.ts';
import { isTrue } from '../values/truth.ts';
import type { Operation } from './number-operators.ts';

const plainOperations: Partial<Readonly<Record<TokenKind, Operation>>> = {
  Plus: add,
  Minus: (left, right) => compute('-', left, right),
  Multiply: multiply,
  Divide: (left, right) => compute('/', left, right),
  Rem: (left, right) => compute('%', left, right),
  DotDot: range,
  Format: (left, right) => formatText(toText(left), formatArguments(right)),
  Band: (left, right) => bitwise('band', left, right),
  Bor: (left, right) => bitwise('bor', left, right),
  Bxor: (left, right) => bitwise('bxor', left, right),
  Shl: (left, right) => shift('left', left, right),
  Shr: (left, right) => shift('right', left, right),
  Xor: (left, right) => isTrue(left) !== isTrue(right),
  Join: (left, right) => join(left, toText(right)),
};

/** The operation that a compound assignment or a binary operator stands for. */
export const operationOf = (operator: TokenKind): Operation | undefined =>
  plainOperations[operator] ?? caseOperation(operator);

/** `Ieq` → eq, ignoring case. */
function caseOperation(operator: TokenKind): Operation | undefined {
  const rule: CaseRule = operator.startsWith('C') ? 'match case' : 'ignore case';
  const name = operator.slice(1);
  const test = tests[name];
  if (test) return comparison(test, rule);
  if (name === 'contains') return (left, right) => contains(left, right, rule);
  if (name === 'notcontains') return (left, right) => !contains(left, right, rule);
  if (name === 'in') return (left, right) => contains(right, left, rule);
  return name === 'notin' ? (left, right) => !contains(right, left, rule) : undefined;
}
