import { describe, expect, test } from 'vitest';
import { defineErrors, isSdkError } from './errors.ts';

const errors = defineErrors('wire', {
  truncated: {
    category: 'InvalidData',
    message: ({ path, offset }: { path: string; offset: number }) => `wire.truncated at ${path} (offset ${offset})`,
  },
});

describe('defineErrors', () => {
  test('an entry gives an error with code, category, context and text', () => {
    const error = errors.truncated({ path: 'STAT.delta', offset: 12 });
    expect(error).toMatchInlineSnapshot(`[WireError: wire.truncated at STAT.delta (offset 12)]`);
    expect(error).toMatchObject({
      code: 'wire.truncated',
      category: 'InvalidData',
      retry: false,
      context: { offset: 12 },
    });
  });

  test('an error is recognised by code, and other values are not', () => {
    const error = errors.truncated({ path: 'x', offset: 0 });
    expect(isSdkError(error, 'wire.truncated')).toBe(true);
    expect(isSdkError(error, 'wire.other')).toBe(false);
    expect(isSdkError(new Error('wire.truncated'))).toBe(false);
    expect(isSdkError(null)).toBe(false);
  });

  test('the cause is kept', () => {
    const cause = new Error('socket closed');
    expect(errors.truncated({ path: 'x', offset: 0 }, { cause }).cause).toBe(cause);
  });
});
