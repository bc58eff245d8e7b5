import { expect, test } from 'vitest';
import { commandText } from './command-text.ts';

test.each([
  [['-Identity', 'Cutover'], "Get-MigrationBatch -Identity 'Cutover'"],
  [['My batch', '-IncludeReport'], "Get-MigrationBatch 'My batch' -IncludeReport"],
  [['-Identity:it’s', "o'clock"], "Get-MigrationBatch -Identity:'it’’s' 'o''clock'"],
  [['-Confirm:$false', '-WhatIf:TRUE'], 'Get-MigrationBatch -Confirm:$false -WhatIf:$true'],
  [['-Identity', 'a,b'], "Get-MigrationBatch -Identity 'a,b'"],
  [['-Id', '$(Remove-Item x)'], "Get-MigrationBatch -Id '$(Remove-Item x)'"],
])('%j', (argv, expected) => {
  expect(commandText('Get-MigrationBatch', argv)).toBe(expected);
});

test('a comma makes a list where the parameter takes one', () => {
  const argv = ['-Name', 'a,b', '-NotificationEmails', 'a@x.com,b@x.com'];
  expect(commandText('New-MigrationBatch', argv)).toBe(
    "New-MigrationBatch -Name 'a,b' -NotificationEmails 'a@x.com','b@x.com'",
  );
});
