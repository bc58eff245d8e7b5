import { expect, test } from 'vitest';
import { parseMailDate } from './parse-date.ts';

const cases: [text: string, iso: string][] = [
  ['Fri, 21 Nov 1997 09:55:06 -0600', '1997-11-21T15:55:06.000Z'],
  ['Fri, 21 Nov 1997 09(comment):   55  :  06 -0600', '1997-11-21T15:55:06.000Z'],
  ['21 Nov 97 09:55:06 GMT', '1997-11-21T09:55:06.000Z'],
  ['1 Jan 04 00:00 EST', '2004-01-01T05:00:00.000Z'],
  ['Thu, 13 Feb 1969 23:32:54 -0330 (Newfoundland (Time))', '1969-02-14T03:02:54.000Z'],
  ['Wed, 29-Feb-2012 12:00:00 +05:30', '2012-02-29T06:30:00.000Z'],
  ['Tue Nov  6 09:00:00 2012', '2012-11-06T09:00:00.000Z'],
  ['2012-11-06T09:00:00Z', '2012-11-06T09:00:00.000Z'],
  ['Mon, 6 November 2012 09.00.01', '2012-11-06T09:00:01.000Z'],
];

test.each(cases)('%s', (text, iso) => {
  expect(parseMailDate(text)?.toISOString()).toBe(iso);
});

test.each(['', 'yesterday', '32 Foo 2012 09:00', '6 Nov 2012 99:00'])('%j is no date', (text) => {
  expect(parseMailDate(text)).toBeUndefined();
});
