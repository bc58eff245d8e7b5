import { filetimeFromDate } from '@cutover/wire';
import { expect, test } from 'vitest';
import { answerIndex, conversationIndex } from './conversation-index.ts';

const hex = (value: Uint8Array) => Buffer.from(value).toString('hex');
const at = (text: string) => filetimeFromDate(new Date(text));

test('a conversation of three messages', () => {
  const first = conversationIndex(at('2004-11-01T10:00:00Z'), '00112233-4455-6677-8899-aabbccddeeff');
  expect(hex(first)).toBe('01c4bff98c9b00112233445566778899aabbccddeeff');
  const second = answerIndex(first, at('2004-11-01T11:30:00Z'), 0xa5);
  const third = answerIndex(second, at('2004-11-01T12:00:00Z'), 0xb1);
  expect(hex(third)).toBe(`${hex(first)}000324a9a000010c39b0`);
});

test('long differences are counted in larger steps', () => {
  const index = conversationIndex(0n, '00112233-4455-6677-8899-aabbccddeeff');
  expect(hex(answerIndex(index, 1n << 50n)).slice(-10)).toBe('8800000000');
});
