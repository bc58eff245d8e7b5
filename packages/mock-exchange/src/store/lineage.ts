/** What a replica elsewhere said of a change that it uploaded. [MS-OXCFXICS] 3.2.5.9.4.2 */
export interface Lineage {
  /** 65E2 as it was uploaded; absent once the object was changed here. */
  readonly changeKey?: Uint8Array;
  /** 65E3 as it was uploaded: every change that this form of the object includes. */
  readonly predecessors: Uint8Array;
}

/** The lineage of an object that is changed here now. */
export const changedHere = (lineage: Lineage | undefined): { lineage?: Lineage } =>
  lineage === undefined ? {} : { lineage: { predecessors: lineage.predecessors } };
