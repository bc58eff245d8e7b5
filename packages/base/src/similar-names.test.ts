import { expect, test } from 'vitest';
import { similarNames } from './similar-names.ts';

const known = [
  'Get-MigrationBatch',
  'Get-MigrationBatch',
  'New-MigrationBatch',
  'Get-MigrationUser',
  'Get-Date',
  'Get-Item',
];

test.each([
  ['Get-MigrationBach', ['Get-MigrationBatch', 'New-MigrationBatch']],
  ['get-dat', ['Get-Date']],
  ['Get-Itme', ['Get-Item']],
  ['frobnicate', []],
])('%s', (name, expected) => {
  expect(similarNames(name, known)).toEqual(expected);
});
