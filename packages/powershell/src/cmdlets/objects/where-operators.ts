import { contains, tests, type Test } from '../../runtime/operators/comparisons.ts';
import type { CaseRule } from '../../runtime/operators/compare.ts';
import { isOfType } from '../../runtime/types/type-of.ts';
import { TypeValue } from '../../runtime/values/type-value.ts';

export interface WhereOperator {
  /** The switch. */
  readonly name: string;
  readonly alias?: string;
  readonly set: string;
  readonly test: Test;
  readonly rule: CaseRule;
  /** Filters a list on the left as the operator of the language does, instead of looking at it as a whole. */
  readonly filtersLists: boolean;
}

const isType: Test = (left, right) => right instanceof TypeValue && isOfType(left, right.type.name);

/** Switch, set and test; each but the last three has a form that tells letters' cases apart. */
const families: readonly (readonly [name: string, set: string, test: Test, filtersLists?: boolean])[] = [
  ['EQ', 'EqualSet', tests['eq']!, true],
  ['Match', 'MatchSet', tests['match']!, true],
  ['NE', 'NotEqualSet', tests['ne']!, true],
  ['GT', 'GreaterThanSet', tests['gt']!, true],
  ['LT', 'LessThanSet', tests['lt']!, true],
  ['GE', 'GreaterOrEqualSet', tests['ge']!, true],
  ['LE', 'LessOrEqualSet', tests['le']!, true],
  ['Like', 'LikeSet', tests['like']!, true],
  ['NotLike', 'NotLikeSet', tests['notlike']!, true],
  ['NotMatch', 'NotMatchSet', tests['notmatch']!, true],
  ['Contains', 'ContainsSet', contains],
  ['NotContains', 'NotContainsSet', (left, right, rule) => !contains(left, right, rule)],
  ['In', 'InSet', (left, right, rule) => contains(right, left, rule)],
  ['NotIn', 'NotInSet', (left, right, rule) => !contains(right, left, rule)],
];

/** The comparisons that Where-Object takes as switches. */
export const whereOperators: readonly WhereOperator[] = [
  ...families.flatMap(([name, set, test, filtersLists = false]): WhereOperator[] => [
    { name, alias: `I${name}`, set, test, filtersLists, rule: 'ignore case' },
    { name: `C${name}`, set: `CaseSensitive${set}`, test, filtersLists, rule: 'match case' },
  ]),
  { name: 'Is', set: 'IsSet', test: isType, filtersLists: false, rule: 'ignore case' },
  {
    name: 'IsNot',
    set: 'IsNotSet',
    test: (left, right) => !isType(left, right, 'ignore case'),
    filtersLists: false,
    rule: 'ignore case',
  },
  { name: 'Not', set: 'Not', test: () => true, filtersLists: false, rule: 'ignore case' },
];
