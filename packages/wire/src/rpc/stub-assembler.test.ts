import { expect, test } from 'vitest';
import { StubAssembler } from './stub-assembler.ts';

test('one fragment is handed on as it is', () => {
  const part = Uint8Array.of(1, 2);
  expect(new StubAssembler({ limit: 10 }).add(part, { allocHint: 2, last: true })).toBe(part);
});

test('several are joined, and the next call begins anew', () => {
  const assembler = new StubAssembler({ limit: 10 });
  for (let call = 0; call < 2; call++) {
    expect(assembler.add(Uint8Array.of(1, 2), { allocHint: 3, last: false })).toBeUndefined();
    expect(assembler.add(Uint8Array.of(3), { allocHint: 1, last: true })).toEqual(Uint8Array.of(1, 2, 3));
  }
});

test('a hint that is too small, or absurd, does no harm', () => {
  for (const allocHint of [0, 0xffffffff]) {
    const assembler = new StubAssembler({ limit: 100 });
    for (let index = 0; index < 9; index++) assembler.add(new Uint8Array(10).fill(index), { allocHint, last: false });
    const stub = assembler.add(new Uint8Array(10).fill(9), { allocHint, last: true })!;
    expect(Array.from(stub)).toEqual(Array.from({ length: 100 }, (_, index) => Math.floor(index / 10)));
  }
});

test('more than the limit is refused', () => {
  const assembler = new StubAssembler({ limit: 3 });
  assembler.add(new Uint8Array(2), { allocHint: 2, last: false });
  expect(() => assembler.add(new Uint8Array(2), { allocHint: 2, last: true })).toThrow(
    expect.objectContaining({ code: 'wire.outOfRange' }),
  );
});
