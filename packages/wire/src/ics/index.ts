export { counter, counterSize, maxCounter, type Counter } from './counter.ts';
export { globset } from './globset.ts';
export { IdSet, type IdRange } from './id-set.ts';
export { idSetOf, idSetsByGuid, idSetsByReplicaId, idSetsOf, type IdSets } from './id-sets.ts';
export {
  globalId,
  longTermId,
  predecessorChangeList,
  shortId,
  xid,
  type GlobalId,
  type ShortId,
  type Xid,
} from './object-id.ts';
export { idsetGivenTag, stateTag, stateTagOf, syncTag } from './state-tag.ts';
