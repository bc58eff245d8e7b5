import { type Infer, ndr } from '../ndr.ts';

/** Key of a row inside one NSPI session; values below 0x10 are positions, not rows. [MS-OXNSPI] 2.2.9.1 */
export const minimalId = ndr.u32;

/** MIds that are positions of the cursor. [MS-OXNSPI] 2.2.1.8 */
export const position = { beginning: 0, current: 1, end: 2 } as const;

/** The first MId that is a row. */
export const firstMinimalId = 0x10;

/** MIds that NspiResolveNames answers with. [MS-OXNSPI] 2.2.1.9 */
export const resolution = { unresolved: 0, ambiguous: 1, resolved: 2 } as const;

/** Orders of a table; the last two show the values of a property instead of a container. [MS-OXNSPI] 2.2.1.10 */
export const sortType = {
  displayName: 0,
  phoneticDisplayName: 3,
  displayNameReadOnly: 0x3e8,
  displayNameWritable: 0x3e9,
} as const;

/** Code pages that every server has. [MS-OXNSPI] 2.2.1.5 */
export const codePage = { teletex: 0x4f25, unicode: 0x4b0 } as const;

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
/** Where in which table a client stands, and how it wants texts. [MS-OXNSPI] 2.2.8 */
export type Stat = Infer<typeof stat>;

/** A cursor at the beginning of the global address list, in English. */
export const initialStat: Readonly<Stat> = {
  sortType: sortType.displayName,
  containerId: 0,
  currentRec: position.beginning,
  delta: 0,
  numPos: 0,
  totalRecs: 0,
  codePage: 1252,
  templateLocale: 0x409,
  sortLocale: 0x409,
};
