import { expect, test } from 'vitest';
import { contoso } from '../seeds/contoso/contoso.ts';
import { openSeed } from '../seeds/seed.ts';
import { steppedClock } from '@cutover/base';
import { deliverMail, routeMail } from './deliver-mail.ts';
import type { MailboxChange } from '../store/mailbox-change.ts';
import { simpleMessage } from '../store/testing/simple-message.ts';

const seed = contoso();
const { organisation } = seed;
const groups = organisation.recipients.filter((one) => one.kind === 'group');
const [ann, bob] = organisation.recipients.filter((one) => one.kind === 'mailbox');

test('a mail comes to the Inbox of each recipient once, unread, and is told as new mail', () => {
  const store = openSeed(seed, { clock: steppedClock(Date.UTC(2004, 10, 1)) });
  const mailbox = store.mailbox(ann!.legacyExchangeDN)!;
  const changes: MailboxChange[] = [];
  mailbox.watch((change) => changes.push(change));
  const recipients = [ann!.primarySmtpAddress.toUpperCase(), ann!.legacyExchangeDN, bob!.primarySmtpAddress];
  const { delivered } = deliverMail({ organisation, store }, { content: simpleMessage('hello'), recipients });
  expect(delivered).toEqual([ann, bob]);
  const object = { folderId: mailbox.wellKnown('inbox'), messageId: changes[0]!.object.messageId! };
  expect(changes).toEqual([
    { kind: 'created', object },
    { kind: 'newMail', object },
  ]);
  expect(mailbox.message(object.messageId)).toMatchObject({ read: false, folderId: object.folderId });
});

test('a group reaches its members, those of groups within it, too', () => {
  const nested = {
    ...groups[0]!,
    legacyExchangeDN: '/cn=all',
    primarySmtpAddress: 'every@contoso.com',
    members: groups.map(({ legacyExchangeDN }) => legacyExchangeDN),
  };
  const members = new Set(groups.flatMap((group) => group.members));
  const route = routeMail({ ...organisation, recipients: [...organisation.recipients, nested] }, ['every@contoso.com']);
  expect(route.unknown).toEqual([]);
  expect(route.delivered.every(({ legacyExchangeDN }) => members.has(legacyExchangeDN))).toBe(true);
  expect(route.delivered.length).toBeGreaterThan(1);
});

test('a group that is in itself ends there', () => {
  const loop = { ...groups[0]!, legacyExchangeDN: '/cn=loop', primarySmtpAddress: 'loop@contoso.com' };
  const recipients = [...organisation.recipients, { ...loop, members: ['/cn=loop'] }];
  expect(routeMail({ ...organisation, recipients }, ['loop@contoso.com']).delivered).toEqual([]);
});

test('who is not known here, and who is elsewhere', () => {
  const [domain] = organisation.acceptedDomains;
  const route = routeMail(organisation, [`nobody@${domain}`, 'x@elsewhere.org']);
  expect(route).toEqual({ delivered: [], unknown: [`nobody@${domain}`], elsewhere: ['x@elsewhere.org'] });
});
