import { type Infer, ndr, type NdrCodec } from '../ndr.ts';
import { propertyValue } from './property-value.ts';

const relation = ndr.u32;

/** Kinds of restriction. [MS-OXNSPI] 2.2.7 */
export const restrictionType = {
  and: 0,
  or: 1,
  not: 2,
  content: 3,
  property: 4,
  compareProperties: 5,
  bitMask: 6,
  size: 7,
  exist: 8,
  subObject: 9,
} as const;

/** How a property restriction compares. [MS-OXCDATA] 2.12.5.1 */
export const relationalOperator = {
  lessThan: 0,
  lessThanOrEqual: 1,
  greaterThan: 2,
  greaterThanOrEqual: 3,
  equal: 4,
  notEqual: 5,
  /** Of a tag: membership in the group that the value names. */
  memberOf: 0x64,
} as const;

/** How a content restriction looks at text: the low half is one of the first three. [MS-OXCDATA] 2.12.4.1 */
export const fuzzyLevel = { fullString: 0, subString: 1, prefix: 2, ignoreCase: 0x10000, loose: 0x40000 } as const;

const content = ndr.struct('ContentRestriction_r', {
  fuzzyLevel: ndr.u32,
  tag: ndr.u32,
  value: ndr.unique(propertyValue),
});
const property = ndr.struct('PropertyRestriction_r', {
  relation,
  tag: ndr.u32,
  value: ndr.unique(propertyValue),
});
const compareProperties = ndr.struct('ComparePropsRestriction_r', { relation, tag1: ndr.u32, tag2: ndr.u32 });
const bitMask = ndr.struct('BitMaskRestriction_r', { relation, tag: ndr.u32, mask: ndr.u32 });
const size = ndr.struct('SizeRestriction_r', { relation, tag: ndr.u32, size: ndr.u32 });
const exist = ndr.struct('ExistRestriction_r', { reserved1: ndr.u32, tag: ndr.u32, reserved2: ndr.u32 });

interface SubObject {
  subObject: number;
  restriction: Restriction | null;
}

/** A condition on rows. `tag` is one of `restrictionType`. */
export type Restriction =
  | { tag: 0 | 1; value: Restriction[] }
  | { tag: 2; value: Restriction | null }
  | { tag: 3; value: Infer<typeof content> }
  | { tag: 4; value: Infer<typeof property> }
  | { tag: 5; value: Infer<typeof compareProperties> }
  | { tag: 6; value: Infer<typeof bitMask> }
  | { tag: 7; value: Infer<typeof size> }
  | { tag: 8; value: Infer<typeof exist> }
  | { tag: 9; value: SubObject };

/*
 * Restriction_r: | rt u32 | discriminant u32 = rt | arm |, where the arms of And, Or, Not and SubObject hold pointers
 * to further restrictions.
 */
export const restriction: NdrCodec<Restriction> = ndr.lazy(() => {
  const list = ndr.countedPointer(ndr.conformantArray(restriction));
  const arms = {
    0: list,
    1: list,
    2: ndr.unique(restriction),
    3: content,
    4: property,
    5: compareProperties,
    6: bitMask,
    7: size,
    8: exist,
    9: ndr.struct('SubRestriction_r', { subObject: ndr.u32, restriction: ndr.unique(restriction) }),
  };
  return ndr.union('Restriction_r', { tag: ndr.u32, switched: true, arms }) as NdrCodec<Restriction>;
});
