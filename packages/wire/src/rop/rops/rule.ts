import { le } from '../../le.ts';
import { defineRop } from '../rop.ts';
import { rowChanges } from '../row-changes.ts';

/** [MS-OXCROPS] 2.2.11.2 */
export const getRulesTable = defineRop({
  name: 'RopGetRulesTable',
  id: 0x3f,
  handles: 'both',
  request: { tableFlags: le.u8 },
  response: {},
});

/** [MS-OXCROPS] 2.2.11.1 */
export const modifyRules = defineRop({
  name: 'RopModifyRules',
  id: 0x41,
  handles: 'input',
  request: { modifyFlags: le.u8, changes: rowChanges },
  response: {},
});

/** [MS-OXCROPS] 2.2.11.3 */
export const updateDeferredActionMessages = defineRop({
  name: 'RopUpdateDeferredActionMessages',
  id: 0x57,
  handles: 'input',
  request: { serverEntryId: le.prefixed(le.u16), clientEntryId: le.prefixed(le.u16) },
  response: {},
});
