import { describe, expect, test } from 'vitest';
import { fromCodePage, isSupportedCodePage, toCodePage } from './code-page.ts';

describe('code pages', () => {
  test.each([
    ['Western', 1252, 'Zoë €', 'Zo\xeb \x80'],
    ["the server's own, as 0", 0, 'Zoë', 'Zo\xeb'],
    ['Cyrillic', 1251, 'Иван', '\xc8\xe2\xe0\xed'],
    ['Greek', 1253, 'Ζωή', '\xc6\xf9\xde'],
    ['Teletex', 0x4f25, 'Zoë', 'Zo\xeb'],
  ])('%s, both ways', (_title, page, text, bytes) => {
    expect(toCodePage(text, page)).toBe(bytes);
    expect(fromCodePage(bytes, page)).toBe(text);
  });

  test('what a code page lacks becomes one question mark a character', () => {
    expect(toCodePage('Иван 😀', 1252)).toBe('???? ?');
  });

  test.each([
    [1252, true],
    [0, true],
    [0x4f25, true],
    [1200, false],
    [65001, false],
    [4711, false],
  ])('%d supported: %s', (page, supported) => {
    expect(isSupportedCodePage(page)).toBe(supported);
  });
});
