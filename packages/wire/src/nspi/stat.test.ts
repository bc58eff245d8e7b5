import { expect, test } from 'vitest';
import { describeGolden } from '../testing/golden.ts';
import { hex } from '../testing/hex.ts';
import { initialStat, stat } from './stat.ts';

describeGolden('STAT', [
  {
    name: 'one row back from the end',
    codec: stat,
    value: { ...initialStat, currentRec: 2, delta: -1, numPos: 4, totalRecs: 5 },
    bytes: hex`00000000 00000000 02000000 ffffffff 04000000 05000000 e4040000 09040000 09040000`,
  },
]);

test('the error names the field and the offset', () => {
  const cut = () => stat.decode(hex`00000000 0000`);
  expect(cut).toThrowErrorMatchingInlineSnapshot(`[WireError: wire.truncated at STAT.containerId (offset 4)]`);
});
