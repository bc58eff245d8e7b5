import { listOf } from '../values/enumerate.ts';
import { operand } from '../values/boxed.ts';
import { type CaseRule, compare, equals } from './compare.ts';
import { matches } from './match.ts';
import { isLike } from './wildcard.ts';
import { toText } from '../values/to-text.ts';

/** A comparison of two single values. */
export type Test = (left: unknown, right: unknown, rule: CaseRule) => boolean;

const like: Test = (left, right, rule) => isLike(toText(left), toText(right), rule);

/** The comparisons by their operator without the letter that tells about case. */
export const tests: Readonly<Record<string, Test>> = {
  eq: equals,
  ne: (left, right, rule) => !equals(left, right, rule),
  lt: (left, right, rule) => compare(left, right, rule) < 0,
  le: (left, right, rule) => compare(left, right, rule) <= 0,
  gt: (left, right, rule) => compare(left, right, rule) > 0,
  ge: (left, right, rule) => compare(left, right, rule) >= 0,
  like,
  notlike: (left, right, rule) => !like(left, right, rule),
  match: matches,
  notmatch: (left, right, rule) => !matches(left, right, rule),
};

/** What is found by a wildcard is told as the text that it was compared as. Source: ParserOps.LikeOperator. */
const isOfText: ReadonlySet<Test> = new Set([tests.like!, tests.notlike!]);

/** A comparison as an operator: a list on the left is filtered, anything else answered by a Boolean. */
export function comparison(test: Test, rule: CaseRule): (left: unknown, right: unknown) => unknown {
  return (left, right) => {
    const a = operand(left);
    const b = operand(right);
    const items = listOf(a);
    if (!items) return test(a, b, rule);
    const compared = isOfText.has(test) ? items.map((item) => toText(item)) : items;
    return compared.filter((item) => test(operand(item), b, rule));
  };
}

/** `-contains`: whether a list has an element that equals the value. */
export function contains(list: unknown, value: unknown, rule: CaseRule): boolean {
  const wanted = operand(value);
  return (listOf(operand(list)) ?? [operand(list)]).some((item) => equals(operand(item), wanted, rule));
}
