import { defineCodec } from '../../codec.ts';
import { le } from '../../le.ts';
import { errorCode } from '../error-code.ts';
import { problems, tags, yesNo } from '../fields.ts';
import type { PropertyName } from '../../properties/index.ts';
import { propertyName } from '../property-name-codec.ts';
import { defineRop } from '../rop.ts';
import { taggedValue } from '../rop-value.ts';

/** `row` is a PropertyRow of the tags asked for, up to the end of the bytes given. [MS-OXCROPS] 2.2.8.3 */
export const getPropertiesSpecific = defineRop({
  name: 'RopGetPropertiesSpecific',
  id: 0x07,
  handles: 'input',
  request: { propertySizeLimit: le.u16, wantUnicode: le.u16, tags },
  response: { row: le.restBytes },
});

/** [MS-OXCROPS] 2.2.8.4 */
export const getPropertiesAll = defineRop({
  name: 'RopGetPropertiesAll',
  id: 0x08,
  handles: 'input',
  request: { propertySizeLimit: le.u16, wantUnicode: le.u16 },
  response: { values: le.counted(le.u16, taggedValue) },
});

/** [MS-OXCROPS] 2.2.8.5 */
export const getPropertiesList = defineRop({
  name: 'RopGetPropertiesList',
  id: 0x09,
  handles: 'input',
  request: {},
  response: { tags },
});

/** [MS-OXCROPS] 2.2.8.2 */
export const getNamesFromPropertyIds = defineRop({
  name: 'RopGetNamesFromPropertyIds',
  id: 0x55,
  handles: 'input',
  request: { ids: le.counted(le.u16, le.u16) },
  response: { names: le.counted(le.u16, propertyName) },
});

/** Whether names without an id get one. [MS-OXCPRPT] 2.2.12.1 */
export const nameFlag = { create: 0x02 } as const;

/** [MS-OXCROPS] 2.2.8.1 */
export const getPropertyIdsFromNames = defineRop({
  name: 'RopGetPropertyIdsFromNames',
  id: 0x56,
  handles: 'input',
  request: { flags: le.u8, names: le.counted(le.u16, propertyName) },
  response: { ids: le.counted(le.u16, le.u16) },
});

/** Values behind the bytes that they and their count take. */
const sizedValues = le.sized(le.u16, le.counted(le.u16, taggedValue));

/** [MS-OXCROPS] 2.2.8.6 */
export const setProperties = defineRop({
  name: 'RopSetProperties',
  id: 0x0a,
  handles: 'input',
  request: { values: sizedValues },
  response: problems,
});

/** [MS-OXCROPS] 2.2.8.7 */
export const setPropertiesNoReplicate = defineRop({
  name: 'RopSetPropertiesNoReplicate',
  id: 0x79,
  handles: 'input',
  request: { values: sizedValues },
  response: problems,
});

/** [MS-OXCROPS] 2.2.8.8 */
export const deleteProperties = defineRop({
  name: 'RopDeleteProperties',
  id: 0x0b,
  handles: 'input',
  request: { tags },
  response: problems,
});

/** [MS-OXCROPS] 2.2.8.9 */
export const deletePropertiesNoReplicate = defineRop({
  name: 'RopDeletePropertiesNoReplicate',
  id: 0x7a,
  handles: 'input',
  request: { tags },
  response: problems,
});

const optionalGuid = defineCodec<string | undefined>({
  leastSize: 1,
  read: (reader) => (reader.u8() === 0 ? undefined : reader.guid()),
  write: (writer, value) => {
    writer.u8(value === undefined ? 0 : 1);
    if (value !== undefined) writer.guid(value);
  },
});

export interface NamedId {
  readonly id: number;
  readonly name: PropertyName | undefined;
}

// First all ids, then all names.
const namedIds = defineCodec<NamedId[]>({
  leastSize: 2,
  read: (reader) => {
    const ids = le.counted(le.u16, le.u16).read(reader);
    return ids.map((id) => ({ id, name: propertyName.read(reader) }));
  },
  write: (writer, values) => {
    writer.u16(values.length);
    for (const { id } of values) writer.u16(id);
    for (const { name } of values) propertyName.write(writer, name);
  },
});

/** Which names are left out. [MS-OXCPRPT] 2.2.9.1 */
export const queryNamedFlag = { noStrings: 0x01, noIds: 0x02 } as const;

/** [MS-OXCROPS] 2.2.8.10 */
export const queryNamedProperties = defineRop({
  name: 'RopQueryNamedProperties',
  id: 0x5f,
  handles: 'input',
  request: { queryFlags: le.u8, set: optionalGuid },
  response: { properties: namedIds },
});

/** How properties are copied. [MS-OXCPRPT] 2.2.10.1 */
export const copyFlag = { move: 0x01, noOverwrite: 0x02 } as const;

const noDestination = {
  [errorCode.nullDestination]: le.struct('NoDestination', { destinationIndex: le.u32 }),
};

/** [MS-OXCROPS] 2.2.8.11 */
export const copyProperties = defineRop({
  name: 'RopCopyProperties',
  id: 0x67,
  handles: 'input',
  request: { destinationIndex: le.u8, wantAsynchronous: yesNo, copyFlags: le.u8, tags },
  response: problems,
  replacements: noDestination,
});

/** `tags` are left out. [MS-OXCROPS] 2.2.8.12 */
export const copyTo = defineRop({
  name: 'RopCopyTo',
  id: 0x39,
  handles: 'input',
  request: { destinationIndex: le.u8, wantAsynchronous: yesNo, wantSubObjects: yesNo, copyFlags: le.u8, tags },
  response: problems,
  replacements: noDestination,
});

/** [MS-OXCROPS] 2.2.8.13 */
export const progress = defineRop({
  name: 'RopProgress',
  id: 0x50,
  handles: 'input',
  request: { wantCancel: yesNo },
  response: { logonId: le.u8, completed: le.u32, total: le.u32 },
});
