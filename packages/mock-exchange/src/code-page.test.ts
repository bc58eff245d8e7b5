import { describe, expect, test } from 'vitest';
import { fromCodePage, isCodePage, isDirectoryCodePage, toCodePage } from './code-page.ts';

describe('code pages', () => {
  test.each([
    ['Western', 1252, 'Grüße €', '4772fcdf652080'],
    ["the server's own, as 0", 0, 'Zoë', '5a6feb'],
    ['Central European', 1250, 'Zażółć', '5a61bff3b3e6'],
    ['Cyrillic', 1251, 'Борис', 'c1eef0e8f1'],
    ['Greek', 1253, 'Ζωή', 'c6f9de'],
    ['Japanese', 932, '日本 Ann', '93fa967b20416e6e'],
    ['Chinese, traditional', 950, '中文', 'a4a4a4e5'],
    ['UTF-8', 65001, 'Grüße', '4772c3bcc39f65'],
    ['Teletex', 0x4f25, 'Zoë', '5a6feb'],
  ])('%s (%i), both ways', (_title, page, text, hex) => {
    const bytes = toCodePage(text, page);
    expect(Buffer.from(bytes, 'latin1').toString('hex')).toBe(hex);
    expect(fromCodePage(bytes, page)).toBe(text);
  });

  test('what a code page lacks becomes a question mark', () => {
    expect(toCodePage('Ж大 Иван', 1252)).toBe('?? ????');
  });

  test.each([
    [1252, true, true],
    [932, true, true],
    [0, false, true],
    [0x4f25, true, true],
    [65001, true, false],
    [1200, false, false],
    [4711, false, false],
  ])('%i: of a session %s, of the directory %s', (page, session, directory) => {
    expect([isCodePage(page), isDirectoryCodePage(page)]).toEqual([session, directory]);
  });
});
