import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Codec } from '../codec.ts';
import { isWireError } from '../errors.ts';

/** A value with its bytes, which some other program has made, or a specification shows. */
export interface GoldenCase {
  readonly name: string;
  readonly codec: Codec<unknown>;
  readonly value: unknown;
  readonly bytes: Uint8Array;
  /** Bytes as the other program wrote them, where it chose other referent ids or filled padding with garbage. */
  readonly foreign?: Uint8Array;
}

const cutCodes = /^wire\.(truncated|countTooLarge)$/;

/** Declares what every codec owes: both directions, every cut reported, damage answered by a WireError. */
export function describeGolden(title: string, cases: readonly GoldenCase[]): void {
  describe(title, () => {
    test.each(cases)('$name: decodes and encodes the same bytes', ({ codec, value, bytes, foreign }) => {
      expect(codec.decode(foreign ?? bytes)).toEqual(value);
      expect(codec.decode(bytes)).toEqual(value);
      expect(codec.encode(value)).toEqual(bytes);
    });

    test.each(cases)('$name: every cut is reported as truncated', ({ codec, bytes }) => {
      for (let end = 0; end < bytes.length; end++) {
        expect(() => codec.decode(bytes.subarray(0, end))).toThrow(
          expect.objectContaining({ code: expect.stringMatching(cutCodes) }),
        );
      }
    });

    test.each(cases)('$name: damaged bytes give a value that can be written, or a WireError', ({ codec, bytes }) => {
      const damage = fc.array(fc.tuple(fc.nat(bytes.length), fc.nat(255)), { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(damage, (changes) => {
          const damaged = Uint8Array.from(bytes);
          for (const [offset, byte] of changes) damaged[offset] = byte;
          try {
            codec.encode(codec.decode(damaged, { trailing: 'ignore' }));
          } catch (error) {
            if (!isWireError(error)) throw error;
          }
        }),
        { numRuns: 50 },
      );
    });
  });
}
