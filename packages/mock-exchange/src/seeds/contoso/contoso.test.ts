import { steppedClock } from '@cutover/base';
import { pidTag } from '@cutover/wire/properties';
import { describe, expect, test } from 'vitest';
import { canOpenMailbox } from '../../organisation/organisation.ts';
import { hashMailbox } from '../../store/hash-mailbox.ts';
import type { Mailbox } from '../../store/mailbox.ts';
import { openSeed } from '../seed.ts';
import { contoso } from './contoso.ts';

const openAll = (number?: number): Mailbox[] => {
  const store = openSeed(number === undefined ? contoso() : contoso({ number }), { clock: steppedClock() });
  return store.owners.map((owner) => store.mailbox(owner)!);
};
const hashOf = (mailbox: Mailbox) => `${mailbox.displayName}: ${hashMailbox(mailbox).hash.slice(0, 16)}`;
const everyMessage = (mailbox: Mailbox) =>
  mailbox.descendants(mailbox.wellKnown('ipmSubtree')).flatMap(({ id }) => mailbox.messages(id));
const { organisation } = contoso();
const ofKind = (kind: string) => organisation.recipients.filter((recipient) => recipient.kind === kind);

test('is the same every time and everywhere', () => {
  expect(openAll().map(hashOf)).toMatchSnapshot();
});

test('does not depend on the order in which mailboxes are opened', () => {
  const store = openSeed(contoso(), { clock: steppedClock() });
  const turned = store.owners.toReversed().map((owner) => hashOf(store.mailbox(owner)!));
  expect(turned.toReversed()).toEqual(openAll().map(hashOf));
});

test('is another one for another number', () => {
  expect(openAll(1).map(hashOf)).not.toEqual(openAll().map(hashOf));
  expect(contoso({ number: 1 }).organisation.accounts).not.toEqual(organisation.accounts);
});

describe('the organisation', () => {
  test('has twelve mailboxes, three groups, five contacts, and one that is hidden', () => {
    expect([ofKind('mailbox').length, ofKind('group').length]).toEqual([12, 3]);
    expect(ofKind('contact').map(({ hidden }) => hidden)).toEqual([false, false, false, false, false, true]);
    expect(organisation.server.name).toBe('EXCH-MSG-1.contoso.com');
    expect(organisation.proxyServer).toBe('mail.contoso.com');
  });

  test('holds groups within a group', () => {
    const groups = new Set(ofKind('group').map(({ legacyExchangeDN }) => legacyExchangeDN));
    const nested = organisation.recipients.filter(
      (group) => group.kind === 'group' && group.members.some((member) => groups.has(member)),
    );
    expect(nested.map(({ alias }) => alias)).toEqual(['allstaff']);
  });

  test('lets the administrator open every mailbox, and everybody else their own', () => {
    const users = organisation.recipients.filter((recipient) => recipient.kind === 'mailbox');
    for (const account of organisation.accounts) {
      const open = users.filter((user) => canOpenMailbox(organisation, account, user));
      expect(open).toHaveLength(account.userName === 'administrator' ? 12 : 1);
    }
  });

  test('has no GUID twice', () => {
    const guids = organisation.recipients.flatMap((recipient) =>
      recipient.kind === 'mailbox' ? [recipient.objectGuid, recipient.mailboxGuid] : [recipient.objectGuid],
    );
    expect(new Set(guids).size).toBe(guids.length);
  });
});

describe('the mailboxes', () => {
  const mailboxes = openAll();
  const contents = mailboxes.flatMap(everyMessage).map((message) => message.content());

  test('hold a few hundred items of every class', () => {
    expect(contents.length).toBeGreaterThan(300);
    expect(contents.length).toBeLessThan(700);
    const classes = contents.map(({ properties }) => properties.find(({ tag }) => tag === pidTag.messageClass));
    const names = new Set(
      classes.map((property) => (property !== undefined && 'value' in property ? property.value : '')),
    );
    expect([...names].map(String).toSorted((left, right) => left.localeCompare(right))).toEqual([
      'IPM.Appointment',
      'IPM.Contact',
      'IPM.Microsoft.FolderDesign.NamedView',
      'IPM.Note',
      'IPM.StickyNote',
      'IPM.Task',
    ]);
  });

  test('hold attachments and messages in messages, one with an attachment of its own', () => {
    const attachments = contents.flatMap((content) => content.attachments);
    expect(attachments.length).toBeGreaterThan(80);
    expect(attachments.some(({ embedded }) => (embedded?.attachments.length ?? 0) > 0)).toBe(true);
  });

  test('show between them all the odd folder names', () => {
    const names = mailboxes.flatMap((mailbox) =>
      mailbox.descendants(mailbox.wellKnown('ipmSubtree')).map(({ name }) => name),
    );
    for (const odd of [
      'Kunden / Müller & Söhne',
      'AC/DC\\backups',
      '📁 Ablage',
      '\u00a0',
      '\u200b',
      'ארכיון',
      'inbox',
    ]) {
      expect(names).toContain(odd);
    }
  });
});

test('is ready at once, as mailboxes are filled when they are opened', () => {
  const before = process.cpuUsage();
  openSeed(contoso(), { clock: steppedClock() });
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(100);
});
