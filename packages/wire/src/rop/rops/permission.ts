import { le } from '../../le.ts';
import { defineRop } from '../rop.ts';
import { rowChanges } from '../row-changes.ts';

/** [MS-OXCROPS] 2.2.10.2 */
export const getPermissionsTable = defineRop({
  name: 'RopGetPermissionsTable',
  id: 0x3e,
  handles: 'both',
  request: { tableFlags: le.u8 },
  response: {},
});

/** [MS-OXCROPS] 2.2.10.1 */
export const modifyPermissions = defineRop({
  name: 'RopModifyPermissions',
  id: 0x40,
  handles: 'input',
  request: { modifyFlags: le.u8, changes: rowChanges },
  response: {},
});
