import { expect, test } from 'vitest';
import { checkFields, date, requireFields, text, wholeNumber } from './check-fields.ts';

const checks = { subject: text, sentAt: date, nth: wholeNumber(1) };

test.each([
  [{ subjct: 'x' }, "There is no 'subjct' in a letter. Did you mean subject?"],
  [{ colour: 'x' }, "There is no 'colour' in a letter. There are subject, sentAt, nth."],
  [{ nth: 0 }, 'nth of a letter is 0. Give a whole number from 1.'],
  [{ sentAt: 'yesterday' }, "sentAt of a letter is 'yesterday'. Give a date, e.g. new Date('2012-05-01T09:00Z')."],
  [{ toString: 1 }, "There is no 'toString' in a letter. There are subject, sentAt, nth."],
])('%j is refused by name', (given, message) => {
  expect(() => checkFields(given, 'a letter', checks)).toThrow(message);
});

test('what is left undefined is as if it were not there', () => {
  checkFields({ subject: undefined, nth: 2 }, 'a letter', checks);
  expect(() => requireFields({ subject: undefined }, 'a letter', { subject: text })).toThrow(
    'a letter has no subject. Give a text.',
  );
});
