import { le } from '../le.ts';
import { type Infer, ndr } from '../ndr.ts';
import { defineOperation } from '../operation.ts';
import { propertyTags, strings16, strings8 } from './property-tags.ts';
import { propertyRowSet } from './property-value.ts';
import { stat } from './stat.ts';

/** A property's name: a set and a number in it. [MS-OXNSPI] 2.2.3.1 */
export const propertyName = ndr.struct('PropertyName_r', {
  set: ndr.unique(le.guid),
  reserved: ndr.u32,
  id: ndr.i32,
});
/** A named property of the address book. */
export type NspiPropertyName = Infer<typeof propertyName>;

const propertyNameSet = ndr.transform(
  ndr.struct('PropertyNameSet_r', { count: ndr.u32, names: ndr.conformantArray(propertyName) }),
  ({ names }) => names,
  (names: NspiPropertyName[]) => ({ count: names.length, names }),
);

/** Flag of NspiQueryColumns: string columns as Unicode. [MS-OXNSPI] 2.2.1.14 */
export const queryColumnsFlag = { unicode: 0x80000000 } as const;

/** Lists the columns that the server knows. [MS-OXNSPI] 3.1.4.1.5 */
export const queryColumns = defineOperation({
  name: 'NspiQueryColumns',
  opnum: 16,
  request: { handle: ndr.contextHandle, reserved: ndr.u32, flags: ndr.u32 },
  response: { tags: ndr.unique(propertyTags), result: ndr.u32 },
});

/** Translates tags into names. [MS-NSPI] 3.1.4.16 */
export const getNamesFromIds = defineOperation({
  name: 'NspiGetNamesFromIDs',
  opnum: 17,
  request: {
    handle: ndr.contextHandle,
    reserved: ndr.u32,
    set: ndr.unique(le.guid),
    tags: ndr.unique(propertyTags),
  },
  response: { tags: ndr.unique(propertyTags), names: ndr.unique(propertyNameSet), result: ndr.u32 },
});

/** Translates names into tags. [MS-NSPI] 3.1.4.17 */
export const getIdsFromNames = defineOperation({
  name: 'NspiGetIDsFromNames',
  opnum: 18,
  request: {
    handle: ndr.contextHandle,
    reserved: ndr.u32,
    flags: ndr.u32,
    count: ndr.u32,
    names: ndr.conformantArray(ndr.unique(propertyName)),
  },
  response: { tags: ndr.unique(propertyTags), result: ndr.u32 },
});

/** Resolves names that a person typed, 8-bit in the call's code page. [MS-OXNSPI] 3.1.4.1.16 */
export const resolveNames = defineOperation({
  name: 'NspiResolveNames',
  opnum: 19,
  request: { handle: ndr.contextHandle, reserved: ndr.u32, stat, tags: ndr.unique(propertyTags), names: strings8 },
  response: { ids: ndr.unique(propertyTags), rows: ndr.unique(propertyRowSet), result: ndr.u32 },
});

/** Resolves names that a person typed. [MS-OXNSPI] 3.1.4.1.17 */
export const resolveNamesW = defineOperation({
  name: 'NspiResolveNamesW',
  opnum: 20,
  request: { handle: ndr.contextHandle, reserved: ndr.u32, stat, tags: ndr.unique(propertyTags), names: strings16 },
  response: { ids: ndr.unique(propertyTags), rows: ndr.unique(propertyRowSet), result: ndr.u32 },
});
