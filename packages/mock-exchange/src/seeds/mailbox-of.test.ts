import { steppedClock } from '@cutover/base';
import { pidTag } from '@cutover/wire/properties';
import { describe, expect, test } from 'vitest';
import { contoso } from './contoso/contoso.ts';
import { type MailboxHost, mailboxOf } from './mailbox-of.ts';
import { openSeed } from './seed.ts';

const host = (): MailboxHost => {
  const seed = contoso();
  return { organisation: seed.organisation, store: openSeed(seed, { clock: steppedClock() }) };
};
const mail = { type: 'mail', subject: 'new', from: 'kima', to: ['annb'], sentAt: new Date(0), text: 'Hi' } as const;

describe('a mailbox of a running server', () => {
  test.each(['annb', 'ANNB@contoso.com', 'ceo@contoso.com'])('is found by %s', (who) => {
    expect(mailboxOf(host(), who).mailbox.displayName).toBe('Ann Beebe');
  });

  test('takes new mail, unread and with the addresses of the directory', () => {
    const annb = mailboxOf(host(), 'annb');
    const { mailbox } = annb;
    const before = mailbox.counts(mailbox.wellKnown('inbox'));
    const [message] = annb.add('inbox', mail);
    expect(mailbox.counts(mailbox.wellKnown('inbox'))).toMatchObject({
      normal: before.normal + 1,
      unread: before.unread + 1,
    });
    expect(message!.content().properties).toContainEqual({ tag: pidTag.senderAddressType, value: 'EX' });
  });

  test('gives the same keys for the same mail in the same order, and another one for each', () => {
    const keys = () => {
      const messages = mailboxOf(host(), 'annb').add('inbox', mail, mail);
      return messages.map((message) => message.content().properties.find(({ tag }) => tag === pidTag.searchKey));
    };
    const [one, two] = keys();
    expect(keys()).toEqual([one, two]);
    expect(one).not.toEqual(two);
  });

  test.each([
    ['nobody', "Nobody with the alias or address 'nobody' has a mailbox here."],
    ['sales', "'sales' is a group, which has no mailbox."],
    ['guido.pica', "'guido.pica' is a contact, which has no mailbox."],
  ])('%s has none', (who, message) => {
    expect(() => mailboxOf(host(), who)).toThrow(message);
  });
});
