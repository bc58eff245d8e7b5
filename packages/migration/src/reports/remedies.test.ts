import { expect, test } from 'vitest';
import { migrationErrors } from '../errors.ts';
import { remedyFor } from './remedies.ts';

test.each([migrationErrors.itemUnreadable({ reason: 'damaged' }), migrationErrors.itemTooLarge({ size: 2, most: 1 })])(
  'who has a skipped item is told how it is tried again, and how it is done without ($code)',
  ({ code }) => {
    expect(remedyFor(code)).toMatch(/at the source|elsewhere/);
    expect(remedyFor(code)).toMatch(/Set-MigrationUser -SyncNow .* -ApproveSkippedItems/);
  },
);

test('an error that nobody foresaw leads to the report', () => {
  expect(remedyFor('other.thing')).toContain('Get-MigrationUserStatistics -IncludeReport');
});
