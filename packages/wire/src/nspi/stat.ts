import { type Infer, ndr } from '../ndr.ts';

/** Key of a row inside one NSPI session; values below 0x10 are positions, not rows. [MS-OXNSPI] 2.2.9.1 */
export const minimalId = ndr.u32;

/** Cursor into an address book table; the client owns it and sends it with each call. [MS-OXNSPI] 2.2.8 */
export const stat = ndr.struct('STAT', {
  sortType: ndr.u32,
  containerId: minimalId,
  currentRec: minimalId,
  delta: ndr.i32,
  numPos: ndr.u32,
  totalRecs: ndr.u32,
  codePage: ndr.u32,
  templateLocale: ndr.u32,
  sortLocale: ndr.u32,
});
export type Stat = Infer<typeof stat>;
