import { displayType } from '@cutover/wire/nspi';
import { expect, test } from 'vitest';
import { displayTemplate } from './display-template.ts';

type Row = [
  x: number,
  width: number,
  y: number,
  height: number,
  type: number,
  flags: number,
  tag: number,
  size: number,
];

/** Reads a template as [MS-OXOABKT] 2.2.2.2 has it: each row with its text. */
function read(type: number): { rows: Row[]; texts: string[] } {
  const bytes = Buffer.from(displayTemplate(type)!);
  expect(bytes.readUInt32LE(0)).toBe(1);
  const count = bytes.readUInt32LE(4);
  const at = (row: number, field: number): number => bytes.readUInt32LE(8 + 36 * row + 4 * field);
  const indexes = Array.from({ length: count }, (_, row) => row);
  return {
    rows: indexes.map((row) => [0, 1, 2, 3, 4, 5, 6, 7].map((field) => at(row, field)) as Row),
    texts: indexes.map((row) => bytes.toString('latin1', at(row, 8), bytes.indexOf(0, at(row, 8)))),
  };
}

test('begins with its first page; the texts follow the rows', () => {
  const { rows, texts } = read(displayType.mailUser);
  expect(rows[0]).toEqual([0, 0, 0, 0, 8, 0, 0, 0]);
  expect(texts.filter((_, row) => rows[row]![4] === 8)).toEqual([
    'General',
    'Organization',
    'Phone/Notes',
    'Member Of',
    'E-mail Addresses',
  ]);
  expect(Buffer.from(displayTemplate(displayType.mailUser)!).readUInt32LE(8 + 32)).toBe(8 + 36 * rows.length);
});

test('each control shows a property in the way of its type', () => {
  const { rows } = read(displayType.distributionList);
  const shown = new Map(rows.filter(([, , , , , , tag]) => tag !== 0).map((row) => [row[6], row[4]]));
  expect([shown.get(0x3001001e), shown.get(0x8009000d), shown.get(0x800f101e)]).toEqual([1, 2, 11]);
});

test('its head and rows are as long as in the example of [MS-OXOABKT] 3.1.2: 65 rows, the first text at 0x92C', () => {
  const { rows } = read(displayType.mailUser);
  const firstText = Buffer.from(displayTemplate(displayType.mailUser)!).readUInt32LE(8 + 32);
  expect(firstText + (0x41 - rows.length) * 36).toBe(0x92c);
});

test('a kind without a dialog has no template', () => {
  expect(displayTemplate(0x77)).toBeUndefined();
});
