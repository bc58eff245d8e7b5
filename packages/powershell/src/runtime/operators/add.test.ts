import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numericType } from '../values/number-types.ts';
import { numberText } from '../values/number-text.ts';
import { add, compute, multiply } from './add.ts';

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const operations = [
  ['+', add, (a: bigint, b: bigint) => a + b],
  ['-', (a: unknown, b: unknown) => compute('-', a, b), (a: bigint, b: bigint) => a - b],
  ['*', multiply, (a: bigint, b: bigint) => a * b],
] as const;

test.each(operations)('Int32 %s Int32 is an Int32 while it fits, else a Double', (_name, operate, exact) => {
  fc.assert(
    fc.property(int32, int32, (a, b) => {
      const value = exact(BigInt(a), BigInt(b));
      const result = operate(a, b);
      const fits = value === BigInt.asIntN(32, value);
      expect(numericType(result)).toBe(fits ? 'Int32' : 'Double');
      expect(Object.is(result, Number(value))).toBe(true);
    }),
  );
});

test('a Double stays one when its value is whole', () => {
  const sum = add(0.5, 0.5);
  expect([numericType(sum), numberText(sum as number)]).toEqual(['Double', '1']);
});

test('division by zero carries the exception of .NET, for a catch by type', () => {
  expect(() => compute('/', 1, 0)).toThrow(
    expect.objectContaining({
      record: expect.objectContaining({
        exception: expect.objectContaining({
          inner: expect.objectContaining({ typeName: 'System.DivideByZeroException' }),
        }),
      }),
    }),
  );
});
