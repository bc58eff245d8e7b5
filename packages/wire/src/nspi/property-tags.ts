import { ndr } from '../ndr.ts';

const tagArray = ndr.struct('PropertyTagArray_r', {
  count: ndr.u32,
  // The IDL says size_is(cValues + 1).
  tags: ndr.conformantVaryingArray(ndr.u32, { spare: 1 }),
});

/** Tags, or MIds, in the order asked for. [MS-OXNSPI] 2.2.1.1 */
export const propertyTags = ndr.transform(
  tagArray,
  ({ tags }) => tags,
  (tags: number[]) => ({ count: tags.length, tags }),
);

const stringArray8 = ndr.struct('StringsArray_r', {
  count: ndr.u32,
  strings: ndr.conformantArray(ndr.unique(ndr.string8)),
});
const stringArray16 = ndr.struct('WStringsArray_r', {
  count: ndr.u32,
  strings: ndr.conformantArray(ndr.unique(ndr.string16)),
});

/** 8-bit strings in the code page of the call; each byte is one character. [MS-OXNSPI] 2.2.1.2 */
export const strings8 = ndr.transform(
  stringArray8,
  ({ strings }) => strings,
  (strings: (string | null)[]) => ({ count: strings.length, strings }),
);

/** [MS-OXNSPI] 2.2.1.3 */
export const strings16 = ndr.transform(
  stringArray16,
  ({ strings }) => strings,
  (strings: (string | null)[]) => ({ count: strings.length, strings }),
);
