import { expect, test } from 'vitest';
import { accountAdvice } from './endpoint-settings.ts';

test.each([
  ['CONTOSO\\administrator', false],
  ['CONTOSO\\administrator', true],
  ['administrator@contoso.com', true],
])('the account %s is as it should be, with Autodiscover: %s', (username, autodiscovered) => {
  expect(accountAdvice({ username, autodiscovered })).toBeUndefined();
});

test.each([
  ['administrator@contoso.com', false],
  ['administrator', false],
  ['administrator', true],
  ['CONTOSO\\ad\\min', false],
])('the account %s is told to be of another form, with Autodiscover: %s', (username, autodiscovered) => {
  expect(accountAdvice({ username, autodiscovered })).toMatch(/should be given as DOMAIN\\user, or with Autodiscover/);
});
