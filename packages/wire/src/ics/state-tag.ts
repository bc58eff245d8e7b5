/** PidTagIdsetGiven: the type says i32, the value is binary with a length. [MS-OXCFXICS] 2.2.1.1.1 */
export const idsetGivenTag = 0x40170003;

/** The four parts of a sync state. [MS-OXCFXICS] 2.2.1.1 */
export const stateTag = {
  idsetGiven: idsetGivenTag,
  cnsetSeen: 0x67960102,
  cnsetSeenFai: 0x67da0102,
  cnsetRead: 0x67d20102,
} as const;

/** What a sync tells beside changes. [MS-OXCFXICS] 2.2.1.3 */
export const syncTag = {
  idsetDeleted: 0x67e50102,
  idsetNoLongerInScope: 0x40210102,
  idsetExpired: 0x67930102,
  idsetRead: 0x402d0102,
  idsetUnread: 0x402e0102,
} as const;

/** The state property of an upload, which may call IdsetGiven by its true type; undefined for any other tag. */
export function stateTagOf(tag: number): keyof typeof stateTag | undefined {
  if (tag === 0x40170102) return 'idsetGiven';
  for (const [name, known] of Object.entries(stateTag)) {
    if (known === tag) return name as keyof typeof stateTag;
  }
  return undefined;
}
