import { expect, test } from 'vitest';
import { parseFilter } from './filter.ts';

const ann = {
  Name: 'Ann Beebe',
  Department: 'Sales',
  EmailAddresses: ['SMTP:ann@contoso.com'],
  Hidden: false,
  Size: 12,
};

test.each([
  ["Name -eq 'ann beebe'", true],
  ["name -ne 'Ann Beebe'", false],
  ["Name -like 'Ann*'", true],
  ['Name -notlike "*b?ebe"', false],
  ["EmailAddresses -like '*@contoso.com'", true],
  ["Department -eq 'Sales' -and Name -like 'Z*'", false],
  ["Department -eq 'Sales' -or Name -like 'Z*' -and Name -eq 'x'", true],
  ["-not (Department -eq 'Sales' -or Name -like 'Z*')", false],
  ['Hidden -eq $false', true],
  ['Office -eq $null', true],
  ['Size -gt 9', true],
  ["Name -eq 'O''Hara'", false],
])('%s: %s', (filter, expected) => {
  expect(parseFilter(filter)(ann)).toBe(expected);
});

test.each(['Name -eq', "Name -is 'x'", "(Name -eq 'x'", "Name -eq 'x' Name", ''])(
  'refuses %j by what is wrong',
  (filter) => {
    expect(() => parseFilter(filter)).toThrow(expect.objectContaining({ code: 'cloud.filterInvalid' }));
  },
);
