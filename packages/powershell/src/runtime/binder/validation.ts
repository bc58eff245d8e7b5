/** A bound of a range, or the end of all numbers on one side of zero. */
export type RangeKind = 'Positive' | 'Negative' | 'NonPositive' | 'NonNegative';

/** Says what is wrong with a value, or nothing. */
export type ArgumentCheck = (value: unknown) => string | undefined;

/** One Validate attribute as data; `binder/validate.ts` has the checks. */
export type Validation =
  | {
      readonly kind: 'set';
      readonly values: readonly string[];
      readonly matchCase?: boolean;
      readonly message?: string;
    }
  | { readonly kind: 'range'; readonly min: unknown; readonly max: unknown }
  | { readonly kind: 'rangeKind'; readonly range: RangeKind }
  | { readonly kind: 'count'; readonly min: number; readonly max: number }
  | { readonly kind: 'length'; readonly min: number; readonly max: number }
  | {
      readonly kind: 'pattern';
      readonly pattern: string;
      readonly options?: number;
      readonly message?: string;
    }
  | { readonly kind: 'powerShellVersion'; readonly minors: Readonly<Record<number, number>> }
  | { readonly kind: 'drive'; readonly drives: readonly string[] }
  | { readonly kind: 'notNull' | 'notNullOrEmpty' | 'notNullOrWhiteSpace' };
