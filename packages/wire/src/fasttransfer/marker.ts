/** Tags that stand alone in a stream and part it into objects. [MS-OXCFXICS] 2.2.4.1.4 */
export const marker = {
  newAttach: 0x40000003,
  startEmbed: 0x40010003,
  endEmbed: 0x40020003,
  startRecip: 0x40030003,
  endToRecip: 0x40040003,
  startTopFld: 0x40090003,
  startSubFld: 0x400a0003,
  endFolder: 0x400b0003,
  startMessage: 0x400c0003,
  endMessage: 0x400d0003,
  endAttach: 0x400e0003,
  startFaiMsg: 0x40100003,
  incrSyncChg: 0x40120003,
  incrSyncDel: 0x40130003,
  incrSyncEnd: 0x40140003,
  incrSyncMessage: 0x40150003,
  fxErrorInfo: 0x40180003,
  incrSyncRead: 0x402f0003,
  incrSyncStateBegin: 0x403a0003,
  incrSyncStateEnd: 0x403b0003,
  incrSyncProgressMode: 0x4074000b,
  incrSyncProgressPerMsg: 0x4075000b,
  incrSyncChgPartial: 0x407d0003,
} as const;

/** One of the markers. */
export type Marker = (typeof marker)[keyof typeof marker];

const names = new Map<number, string>(Object.entries(marker).map(([name, tag]) => [tag, name]));
const firstId = 0x4000;
const lastId = 0x407f;

/** True for a tag that has no value. Ids outside 0x4000-0x407F are told without a look-up. */
export function isMarker(tag: number): tag is Marker {
  const id = tag >>> 16;
  return id >= firstId && id <= lastId && names.has(tag);
}

/** The marker's name for people, or its number. */
export const markerName = (tag: number): string => names.get(tag) ?? `0x${tag.toString(16)}`;

/** Properties that direct the reader instead of belonging to the object. [MS-OXCFXICS] 2.2.4.1.5 */
export const metaTag = {
  dnPrefix: 0x4008001e,
  ecWarning: 0x400f0003,
  newFxFolder: 0x40110102,
  /** Its value is the tag of the subobjects that follow, or that are to be cleared. */
  fxDelProp: 0x40160003,
  incrSyncGroupId: 0x407c0003,
} as const;
