import { ndr } from '../ndr.ts';
import { defineOperation } from '../operation.ts';
import { propertyName } from './names.ts';
import { propertyTags } from './property-tags.ts';
import { propertyRowSet, propertyValue } from './property-value.ts';
import { restriction } from './restriction.ts';
import { minimalId, stat } from './stat.ts';

/** Flags of NspiQueryRows and NspiGetProps. [MS-OXNSPI] 2.2.1.12 */
export const retrieveFlag = { skipObjects: 1, ephemeralId: 2 } as const;

const rows = ndr.unique(propertyRowSet);

/** Moves the cursor by `stat.delta` and tells where it stands. [MS-OXNSPI] 3.1.4.1.4 */
export const updateStat = defineOperation({
  name: 'NspiUpdateStat',
  opnum: 2,
  request: { handle: ndr.contextHandle, reserved: ndr.u32, stat, delta: ndr.unique(ndr.i32) },
  response: { stat, delta: ndr.unique(ndr.i32), result: ndr.u32 },
});

/** Reads `count` rows from the cursor on, or exactly the rows in `explicitIds`. [MS-OXNSPI] 3.1.4.1.8 */
export const queryRows = defineOperation({
  name: 'NspiQueryRows',
  opnum: 3,
  request: {
    handle: ndr.contextHandle,
    flags: ndr.u32,
    stat,
    explicitCount: ndr.u32,
    explicitIds: ndr.unique(ndr.conformantArray(minimalId)),
    count: ndr.u32,
    tags: ndr.unique(propertyTags),
  },
  response: { stat, rows, result: ndr.u32 },
});

/** Finds the first row at or behind a display name. [MS-OXNSPI] 3.1.4.1.9 */
export const seekEntries = defineOperation({
  name: 'NspiSeekEntries',
  opnum: 4,
  request: {
    handle: ndr.contextHandle,
    reserved: ndr.u32,
    stat,
    target: propertyValue,
    explicitIds: ndr.unique(propertyTags),
    tags: ndr.unique(propertyTags),
  },
  response: { stat, rows, result: ndr.u32 },
});

/** Finds the rows that a restriction lets through, or the objects that a property names. [MS-OXNSPI] 3.1.4.1.10 */
export const getMatches = defineOperation({
  name: 'NspiGetMatches',
  opnum: 5,
  request: {
    handle: ndr.contextHandle,
    reserved1: ndr.u32,
    stat,
    reserved: ndr.unique(propertyTags),
    reserved2: ndr.u32,
    filter: ndr.unique(restriction),
    propertyName: ndr.unique(propertyName),
    requested: ndr.u32,
    tags: ndr.unique(propertyTags),
  },
  response: { stat, ids: ndr.unique(propertyTags), rows, result: ndr.u32 },
});

/** Sorts an explicit table. [MS-OXNSPI] 3.1.4.1.11 */
export const resortRestriction = defineOperation({
  name: 'NspiResortRestriction',
  opnum: 6,
  request: {
    handle: ndr.contextHandle,
    reserved: ndr.u32,
    stat,
    ids: propertyTags,
    sortedIds: ndr.unique(propertyTags),
  },
  response: { stat, sortedIds: ndr.unique(propertyTags), result: ndr.u32 },
});

/** Compares the places of two objects in a container. [MS-OXNSPI] 3.1.4.1.12 */
export const compareMinimalIds = defineOperation({
  name: 'NspiCompareMIds',
  opnum: 10,
  request: { handle: ndr.contextHandle, reserved: ndr.u32, stat, id1: minimalId, id2: minimalId },
  response: { order: ndr.i32, result: ndr.u32 },
});

/** Flags of NspiGetSpecialTable. [MS-OXNSPI] 2.2.1.13 */
export const specialTableFlag = { creationTemplates: 2, unicodeStrings: 4 } as const;

/** Reads the hierarchy of containers, or the templates to create objects by. [MS-OXNSPI] 3.1.4.1.3 */
export const getSpecialTable = defineOperation({
  name: 'NspiGetSpecialTable',
  opnum: 12,
  request: { handle: ndr.contextHandle, flags: ndr.u32, stat, version: ndr.u32 },
  response: { version: ndr.u32, rows, result: ndr.u32 },
});
