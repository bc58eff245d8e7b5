import fc from 'fast-check';
import { expect, test } from 'vitest';
import { migrationBatch } from '../objects/migration-batch.ts';
import { migrationUserStatistics } from '../objects/migration-user-statistics.ts';
import { decodeRecord } from './decode-record.ts';

const { properties: batch } = migrationBatch;
const { properties: statistics } = migrationUserStatistics;

test('any JSON under a member’s name is decoded or left as it is, never thrown at', () => {
  const name = fc.constantFrom(...Object.keys(batch), ...Object.keys(statistics), 'Unheard', 'A@odata.type');
  fc.assert(
    fc.property(fc.dictionary(name, fc.jsonValue()), (answer) => {
      const record = decodeRecord(answer, { ...batch, ...statistics });
      expect(Object.keys(record).filter((key) => key.includes('@'))).toEqual([]);
      expect(record).toHaveProperty('Reports');
    }),
  );
});

test.each(['TotalCount', 'CreationDateTime', 'TotalQueuedDuration', 'BytesTransferred'])(
  'an object under %s stays, also one that has no text',
  (name) => {
    const value = JSON.parse('{ "toString": 0, "valueOf": 0 }') as unknown;
    expect(decodeRecord({ [name]: value }, { ...batch, ...statistics })[name]).toBe(value);
  },
);

test('every duration survives both of its spellings', () => {
  const milliseconds = fc.integer({ min: 0, max: 10 ** 10 });
  fc.assert(
    fc.property(milliseconds, (value) => {
      const seconds = (value % 60_000) / 1000;
      const [days, hours, minutes] = [86_400_000, 3_600_000, 60_000].map((unit) => Math.trunc(value / unit));
      const clock = `${days}.${hours! % 24}:${minutes! % 60}:${seconds}`;
      for (const TotalQueuedDuration of [`PT${value / 1000}S`, clock]) {
        expect(decodeRecord({ TotalQueuedDuration }, statistics)).toMatchObject({ TotalQueuedDuration: value });
      }
    }),
  );
});

test.each([
  ['PT1H', 3_600_000],
  ['P1DT2H', 93_600_000],
  ['-PT1S', -1000],
  ['-1.00:00:00', -86_400_000],
  ['00:00:00.5000000', 500],
  ['soon', 'soon'],
])('the duration %s', (TotalQueuedDuration, expected) => {
  expect(decodeRecord({ TotalQueuedDuration }, statistics)['TotalQueuedDuration']).toBe(expected);
});
