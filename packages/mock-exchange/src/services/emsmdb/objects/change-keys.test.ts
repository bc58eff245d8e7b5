import { predecessorChangeList, xid } from '@cutover/wire/ics';
import { expect, test } from 'vitest';
import { startStore } from '../testing/store-client.ts';
import { listOf, mergedPredecessors, predecessorsOf } from './change-keys.ts';

test('predecessors are sorted by the bytes of their GUIDs', () => {
  const { ann } = startStore();
  const localId = Uint8Array.of(0, 0, 0, 0, 0, 1);
  // Their first parts are written the other way round: 00 00 00 01 and 02 00 00 00.
  const [first, second] = ['01000000-0000-0000-0000-000000000000', '00000002-0000-0000-0000-000000000000'];
  const predecessors = predecessorChangeList.encode([first!, second!].map((namespace) => ({ namespace, localId })));
  const list = predecessorChangeList.decode(predecessorsOf(ann, { changeNumber: 7, lineage: { predecessors } }));
  const others = list.map(({ namespace }) => namespace).filter((namespace) => namespace !== ann.replicaGuid);
  expect([list.length, others]).toEqual([3, [first, second]]);
});

test('lists that are merged have the last change of each namespace, in order', () => {
  const of = (namespace: string, last: number) => ({ namespace, localId: Uint8Array.of(0, 0, 0, last) });
  const [one, other] = ['11111111-0000-0000-0000-000000000000', '22222222-0000-0000-0000-000000000000'] as const;
  const first = predecessorChangeList.encode([of(other, 5), of(one, 2)]);
  const changeKey = xid.encode(of(one, 3));
  const merged = mergedPredecessors([first, listOf(changeKey), predecessorChangeList.encode([of(other, 4)])]);
  expect(predecessorChangeList.decode(merged)).toEqual([of(one, 3), of(other, 5)]);
});
