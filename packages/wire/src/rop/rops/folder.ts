import { shortId } from '../../ics/index.ts';
import { le } from '../../le.ts';
import { yesNo } from '../fields.ts';
import { defineRop } from '../rop.ts';

/** [MS-OXCROPS] 2.2.4.1; the fields of a ghosted folder (public ones alone) are not read. */
export const openFolder = defineRop({
  name: 'RopOpenFolder',
  id: 0x02,
  handles: 'both',
  request: { folderId: shortId, openModeFlags: le.u8 },
  response: { hasRules: yesNo, isGhosted: yesNo },
});

export const tableFlag = { associated: 0x02, depth: 0x04, softDeletes: 0x20, unicode: 0x40 } as const;

/** [MS-OXCROPS] 2.2.4.13 */
export const getHierarchyTable = defineRop({
  name: 'RopGetHierarchyTable',
  id: 0x04,
  handles: 'both',
  request: { tableFlags: le.u8 },
  response: { rowCount: le.u32 },
});

/** [MS-OXCROPS] 2.2.4.14 */
export const getContentsTable = defineRop({
  name: 'RopGetContentsTable',
  id: 0x05,
  handles: 'both',
  request: { tableFlags: le.u8 },
  response: { rowCount: le.u32 },
});
