import { expect, test } from 'vitest';
import { fromCodePage, isCodePage, toCodePage } from './code-page.ts';

const cases: [text: string, codePage: number, bytes: string][] = [
  ['Grüße €', 1252, '4772fcdf652080'],
  ['Борис', 1251, 'c1eef0e8f1'],
  ['Zażółć', 1250, '5a61bff3b3e6'],
  ['Grüße', 65001, '4772c3bcc39f65'],
];

test.each(cases)('%s in code page %i, and back', (text, codePage, bytes) => {
  const eightBit = toCodePage(text, codePage);
  expect(Buffer.from(eightBit, 'latin1').toString('hex')).toBe(bytes);
  expect(fromCodePage(eightBit, codePage)).toBe(text);
});

test('what a code page lacks becomes a question mark', () => {
  expect(toCodePage('Ж大', 1252)).toBe('??');
});

test('texts of several bytes a character can be read, if not written', () => {
  expect(fromCodePage(Buffer.from('93fa967b', 'hex').toString('latin1'), 932)).toBe('日本');
  expect([isCodePage(932), isCodePage(4711)]).toEqual([true, false]);
});
