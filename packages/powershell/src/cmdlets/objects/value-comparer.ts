import { isScriptError } from '../../runtime/errors/is-script-error.ts';
import { type CaseRule, compare } from '../../runtime/operators/compare.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { collatorOf } from './collators.ts';

export interface ComparerOptions {
  readonly caseSensitive?: boolean;
  readonly descending?: boolean;
  /** `-Culture`: a culture's name; the current one without it. */
  readonly culture?: string | undefined;
}

/** Orders any two values: by the first one's type, else as text; nothing comes first. Source: ObjectCommandComparer. */
export class ValueComparer {
  readonly #rule: CaseRule;
  readonly #sign: 1 | -1;
  readonly #collator: Intl.Collator;

  constructor({ caseSensitive = false, descending = false, culture }: ComparerOptions = {}) {
    this.#rule = caseSensitive ? 'match case' : 'ignore case';
    this.#sign = descending ? -1 : 1;
    this.#collator = collatorOf(culture, this.#rule);
  }

  get isDescending(): boolean {
    return this.#sign < 0;
  }

  compare(left: unknown, right: unknown): number {
    if (typeof left === 'string' && typeof right === 'string') return this.#sign * this.#collator.compare(left, right);
    return this.#sign * this.#ordered(left ?? null, right ?? null);
  }

  #ordered(left: unknown, right: unknown): number {
    // Behind their members all custom objects are one and the same object to the original.
    if (left instanceof CustomObject && right instanceof CustomObject) return 0;
    try {
      const order = compare(left, right, this.#rule);
      if (!Number.isNaN(order)) return order;
      return Number(!Number.isNaN(left)) - Number(!Number.isNaN(right));
    } catch (error) {
      if (!isScriptError(error)) throw error;
      return this.#collator.compare(toText(left), toText(right));
    }
  }
}
