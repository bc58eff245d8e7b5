import { ndr } from '../ndr.ts';
import { defineOperation } from '../operation.ts';
import { propertyTags, strings8 } from './property-tags.ts';
import { propertyRow } from './property-value.ts';
import { minimalId, stat } from './stat.ts';

/** Translates DNs into MIds; 0 for one that is unknown. [MS-OXNSPI] 3.1.4.1.13 */
export const dnToMinimalId = defineOperation({
  name: 'NspiDNToMId',
  opnum: 7,
  request: { handle: ndr.contextHandle, reserved: ndr.u32, names: strings8 },
  response: { ids: ndr.unique(propertyTags), result: ndr.u32 },
});

/** Lists the properties that an object has. [MS-OXNSPI] 3.1.4.1.6 */
export const getPropList = defineOperation({
  name: 'NspiGetPropList',
  opnum: 8,
  request: { handle: ndr.contextHandle, flags: ndr.u32, id: minimalId, codePage: ndr.u32 },
  response: { tags: ndr.unique(propertyTags), result: ndr.u32 },
});

/** Reads properties of the object under the cursor. [MS-OXNSPI] 3.1.4.1.7 */
export const getProps = defineOperation({
  name: 'NspiGetProps',
  opnum: 9,
  request: { handle: ndr.contextHandle, flags: ndr.u32, stat, tags: ndr.unique(propertyTags) },
  response: { row: ndr.unique(propertyRow), result: ndr.u32 },
});

/** Changes properties of an object. [MS-OXNSPI] 3.1.4.1.14 */
export const modProps = defineOperation({
  name: 'NspiModProps',
  opnum: 11,
  request: { handle: ndr.contextHandle, reserved: ndr.u32, stat, tags: ndr.unique(propertyTags), row: propertyRow },
  response: { result: ndr.u32 },
});

/** Flags of NspiGetTemplateInfo. [MS-OXNSPI] 2.2.1.16 */
export const templateFlag = { template: 1, script: 4, emailTypes: 16, helpFileName: 32, helpFileContents: 64 } as const;

/** Reads the dialog template of a kind of object. [MS-OXNSPI] 3.1.4.1.20 */
export const getTemplateInfo = defineOperation({
  name: 'NspiGetTemplateInfo',
  opnum: 13,
  request: {
    handle: ndr.contextHandle,
    flags: ndr.u32,
    type: ndr.u32,
    dn: ndr.unique(ndr.string8),
    codePage: ndr.u32,
    locale: ndr.u32,
  },
  response: { row: ndr.unique(propertyRow), result: ndr.u32 },
});

/** Adds or deletes values of a property that names other objects. [MS-OXNSPI] 3.1.4.1.15 */
export const modLinkAtt = defineOperation({
  name: 'NspiModLinkAtt',
  opnum: 14,
  request: {
    handle: ndr.contextHandle,
    flags: ndr.u32,
    tag: ndr.u32,
    id: minimalId,
    entryIds: ndr.countedPointer(ndr.conformantArray(ndr.countedBytes)),
  },
  response: { result: ndr.u32 },
});
