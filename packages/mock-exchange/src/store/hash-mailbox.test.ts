import { describe, expect, test } from 'vitest';
import type { ByteSource, MessageContent, StoredProperty } from '@cutover/content';
import { pidName, pidTag, propertyType } from '@cutover/wire/properties';
import { hashMailbox } from './hash-mailbox.ts';
import type { Mailbox } from './mailbox.ts';
import { emptyMailbox } from './testing/empty-mailbox.ts';
import { simpleMessage } from './testing/simple-message.ts';

const inMemory = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
});

const keywords = (...values: string[]): StoredProperty => ({
  tag: 0x80000000 + propertyType.mvUnicode,
  name: pidName.keywords.name,
  value: values,
});

const withProperty = (...properties: StoredProperty[]): MessageContent => {
  const message = simpleMessage('one');
  return { ...message, properties: [...message.properties, ...properties] };
};

const hashOf = (...contents: MessageContent[]): string => {
  const mailbox = emptyMailbox();
  for (const content of contents) mailbox.deliver(mailbox.wellKnown('inbox'), { content });
  return hashMailbox(mailbox).hash;
};

const withFolder = (name: string): Mailbox => {
  const mailbox = emptyMailbox();
  mailbox.createFolder(mailbox.wellKnown('inbox'), { name });
  return mailbox;
};

describe('the hash does not depend on', () => {
  test('the order of messages and of properties', () => {
    const [one, two] = [withProperty(keywords('a'), { tag: pidTag.importance, value: 2 }), simpleMessage('two')];
    const turned = { ...one, properties: one.properties.toReversed() };
    expect(hashOf(one, two)).toBe(hashOf(two, turned));
  });

  test('the id under which a name is kept, the form of text and where big values lie', () => {
    const data = { tag: pidTag.html, value: new Uint8Array(1000).fill(7) };
    const held = withProperty(keywords('a'), data, { tag: pidTag.body, value: 'text' });
    const other = withProperty(
      { ...keywords('a'), tag: 0x81230000 + propertyType.mvUnicode },
      { tag: pidTag.html, stream: inMemory(new Uint8Array(1000).fill(7)) },
      { tag: 0x1000001e, value: 'text' },
    );
    expect(hashOf(held)).toBe(hashOf(other));
  });

  test('what a store computes', () => {
    expect(hashOf(withProperty({ tag: pidTag.messageSize, value: 5 }))).toBe(hashOf(simpleMessage('one')));
  });
});

describe('the hash tells apart', () => {
  const recipients = [[{ tag: pidTag.displayName, value: 'Bob' }]];
  const attachments = [{ properties: [], embedded: simpleMessage('inner') }];
  const variants: [name: string, content: MessageContent][] = [
    ['another text', simpleMessage('One')],
    ['one more property', withProperty({ tag: pidTag.importance, value: 1 })],
    ['another type', withProperty({ tag: 0x0017000b, value: true })],
    ['a list of one and a list of two', withProperty(keywords('ab'))],
    ['where a list is cut', withProperty(keywords('a', 'b'))],
    ['a recipient', { ...simpleMessage('one'), recipients }],
    ['an embedded message', { ...simpleMessage('one'), attachments }],
    ['an attachment without it', { ...simpleMessage('one'), attachments: [{ properties: [] }] }],
  ];
  test.each(variants)('%s', (_name, content) => {
    const others = [simpleMessage('one'), ...variants.map(([, other]) => other).filter((other) => other !== content)];
    expect(others.map((other) => hashOf(other))).not.toContain(hashOf(content));
  });

  test('once and twice the same message', () => {
    expect(hashOf(simpleMessage('one'), simpleMessage('one'))).not.toBe(hashOf(simpleMessage('one')));
  });

  test('read and unread', () => {
    const mailbox = emptyMailbox();
    const { id } = mailbox.deliver(mailbox.wellKnown('inbox'), { content: simpleMessage('one') });
    const before = hashMailbox(mailbox).hash;
    mailbox.markRead(id, { read: true });
    expect(hashMailbox(mailbox).hash).not.toBe(before);
  });

  test('names of empty folders', () => {
    expect(hashMailbox(withFolder('a')).hash).not.toBe(hashMailbox(withFolder('b')).hash);
  });
});
