/** -BadItemLimit and -LargeItemLimit. */
export interface ItemLimitParameters {
  readonly BadItemLimit?: number | 'Unlimited' | undefined;
  readonly LargeItemLimit?: number | 'Unlimited' | undefined;
}

/** The limits that are given; one that is Unlimited is there as undefined, which lifts it. */
export function itemLimits({ BadItemLimit, LargeItemLimit }: ItemLimitParameters): {
  badItemLimit?: number | undefined;
  largeItemLimit?: number | undefined;
} {
  return {
    ...(BadItemLimit !== undefined && { badItemLimit: limitOf(BadItemLimit) }),
    ...(LargeItemLimit !== undefined && { largeItemLimit: limitOf(LargeItemLimit) }),
  };
}

const limitOf = (limit: number | 'Unlimited'): number | undefined => (limit === 'Unlimited' ? undefined : limit);
