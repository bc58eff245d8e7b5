import { steppedClock } from '@cutover/base';
import { describe, expect, test } from 'vitest';
import { hashMailbox } from '../store/hash-mailbox.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { messageSize } from '../store/message-properties.ts';
import { openSeed } from './seed.ts';
import { workload, type WorkloadOptions } from './workload.ts';

const open = (options: WorkloadOptions): Mailbox[] => {
  const store = openSeed(workload(options), { clock: steppedClock() });
  return store.owners.map((owner) => store.mailbox(owner)!);
};
const everyMessage = (mailbox: Mailbox) =>
  mailbox.descendants(mailbox.wellKnown('ipmSubtree')).flatMap(({ id }) => mailbox.messages(id));

test('is the same every time, and when a message is read again', () => {
  const [mailbox] = open({ mailboxes: 1, messages: 20 }) as [Mailbox];
  const hash = hashMailbox(mailbox).hash;
  expect(hashMailbox(mailbox).hash).toBe(hash);
  expect(open({ mailboxes: 1, messages: 20 }).map((one) => hashMailbox(one).hash)).toEqual([hash]);
  expect(hash).toMatchInlineSnapshot(`"9c751742a02da06b120e20ba8c7342b419e3dea4c55644ec648326dc1d393b2a"`);
});

describe('five hundred messages', () => {
  const [mailbox] = open({ mailboxes: 1 }) as [Mailbox];
  const messages = everyMessage(mailbox);

  test('lie in four folders', () => {
    const counts = mailbox
      .descendants(mailbox.wellKnown('ipmSubtree'))
      .map(({ id, name }) => [name, mailbox.counts(id).normal] as const)
      .filter(([, count]) => count > 0);
    expect(Object.fromEntries(counts)).toEqual({ Inbox: 250, 'Sent Items': 150, Alpha: 75, 'Deleted Items': 25 });
  });

  test('have the sizes of ordinary mail', () => {
    const contents = messages.map((message) => message.content());
    const sizes = contents.map(messageSize).toSorted((left, right) => left - right);
    expect(sizes[250]).toBeGreaterThan(30_000);
    expect(sizes[250]).toBeLessThan(60_000);
    const files = contents.filter(({ attachments }) => attachments.length > 0);
    expect(files.length).toBeGreaterThan(20);
    expect(files.length).toBeLessThan(60);
  });

  test('are made quickly enough not to be what is measured', () => {
    const before = process.cpuUsage();
    for (const message of messages) message.content();
    const { user, system } = process.cpuUsage(before);
    // 0.1 ms each is the goal; the bound leaves room for a slow machine.
    expect((user + system) / 1000 / messages.length).toBeLessThan(1);
  });
});
