import { le } from '../../le.ts';
import { tags } from '../fields.ts';
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

export const nameFlag = { create: 0x02 } as const;

/** [MS-OXCROPS] 2.2.8.1 */
export const getPropertyIdsFromNames = defineRop({
  name: 'RopGetPropertyIdsFromNames',
  id: 0x56,
  handles: 'input',
  request: { flags: le.u8, names: le.counted(le.u16, propertyName) },
  response: { ids: le.counted(le.u16, le.u16) },
});
