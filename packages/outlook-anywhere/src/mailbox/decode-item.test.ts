import { pidTag } from '@cutover/wire/properties';
import { describe, expect, test } from 'vitest';
import { exampleParts } from '../testing/contents-sync.ts';
import { hex } from '../testing/hex.ts';
import { decodeItem } from './decode-item.ts';

const { content } = exampleParts;
const subject = hex`1f003700 06000000 480069000000`;
const startRecip = hex`03000340`;
const endToRecip = hex`03000440`;
const newAttach = hex`03000040 0300210e 00000000`;
const endAttach = hex`03000e40`;
const startEmbed = hex`03000140`;
const endEmbed = hex`03000240`;

const expected = {
  properties: [
    { tag: 0x001a001e, value: 'IPM.Note' },
    { tag: pidTag.subject, value: 'Hi' },
    { tag: 0x8012000b, name: { set: '00062008-0000-0000-c000-000000000046', lid: 0x8506 }, value: true },
    { tag: 0x8013101f, name: { set: '00020329-0000-0000-c000-000000000046', name: 'Keywords' }, value: ['A'] },
  ],
  recipients: [
    [
      { tag: pidTag.rowid, value: 0 },
      { tag: 0x0c150003, value: 1 },
    ],
  ],
  attachments: [],
};

describe('decodeItem', () => {
  test('gives types, names and recipients, wherever the content is cut', async () => {
    for (let offset = 0; offset <= content.length; offset++) {
      const item = await decodeItem([content.subarray(0, offset), content.subarray(offset)]);
      expect(item).toEqual(expected);
    }
  });

  test('an embedded item is an item of its attachment', async () => {
    const embedded = [startEmbed, subject, startRecip, endToRecip, endEmbed];
    const item = await decodeItem([subject, newAttach, ...embedded, endAttach, newAttach, endAttach]);
    const number = { tag: 0x0e210003, value: 0 };
    const inner = { properties: [{ tag: pidTag.subject, value: 'Hi' }], recipients: [[]], attachments: [] };
    expect(item.attachments).toEqual([{ properties: [number], embedded: inner }, { properties: [number] }]);
  });

  test('values do not share the memory of the chunks', async () => {
    const searchKey = hex`02010b30 02000000 0a0b`;
    const item = await decodeItem([searchKey]);
    searchKey.fill(0);
    expect(item.properties[0]!.value).toEqual(hex`0a0b`);
  });

  test('a value beyond the limit is refused by name', async () => {
    await expect(decodeItem([subject], { largestValue: 5 })).rejects.toMatchObject({
      code: 'outlookAnywhere.valueTooLarge',
      context: { tag: pidTag.subject, length: 6, limit: 5 },
    });
  });

  test.each([
    ['a recipient in a recipient', [startRecip, startRecip]],
    ['an embedded item without attachment', [startEmbed]],
    ['an end without a beginning', [endAttach]],
    ['an item that ends too early', [newAttach]],
    ['a value that ends too early', [subject.subarray(0, 9)]],
    ['a marker of a folder', [hex`03000940`]],
  ])('%s is refused', async (_what, chunks) => {
    await expect(decodeItem(chunks)).rejects.toMatchObject({ code: 'outlookAnywhere.streamInvalid' });
  });
});
