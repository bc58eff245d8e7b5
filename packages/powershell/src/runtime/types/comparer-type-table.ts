import { compare } from '../operators/compare.ts';
import type { KeyRule } from '../values/key-identity.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';
import { genericName } from './generic-types.ts';

/** A StringComparer: whether it tells letters' cases apart. */
export class StringComparer {
  readonly typeName = 'System.StringComparer';
  readonly rule: KeyRule;

  constructor(rule: KeyRule) {
    this.rule = rule;
  }
}

/** The rule that a comparer stands for; texts by default are told apart by case. */
export const ruleOf = (comparer: unknown): KeyRule =>
  comparer instanceof StringComparer ? comparer.rule : 'match case';

const comparer = (rule: KeyRule) => readOnly(() => new StringComparer(rule));

/** System.StringComparer. */
export const comparerType: DotNetType = {
  name: 'System.StringComparer',
  base: 'System.Object',
  isAbstract: true,
  interfaces: [
    'System.Collections.IEqualityComparer',
    'System.Collections.IComparer',
    genericName('System.Collections.Generic.IEqualityComparer`1', ['System.String']),
  ],
  statics: {
    Ordinal: comparer('match case'),
    InvariantCulture: comparer('match case'),
    CurrentCulture: comparer('match case'),
    OrdinalIgnoreCase: comparer('ignore case'),
    InvariantCultureIgnoreCase: comparer('ignore case'),
    CurrentCultureIgnoreCase: comparer('ignore case'),
  },
  methods: {
    Compare: [
      overload('string x, string y', ({ rule }: StringComparer, a: string, b: string) =>
        Math.sign(compare(a, b, rule)),
      ),
    ],
    Equals: [
      overload('string x, string y', ({ rule }: StringComparer, a: string, b: string) =>
        rule === 'ignore case' ? a.toLowerCase() === b.toLowerCase() : a === b,
      ),
    ],
  },
};
