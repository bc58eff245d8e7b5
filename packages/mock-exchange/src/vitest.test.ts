import { expect } from 'vitest';
import type { MockExchange } from './mock-exchange.ts';
import { exchangeTest } from './vitest.ts';

const test = exchangeTest({ strict: true });
const mail = { type: 'mail', subject: 'Mine', from: 'administrator', sentAt: new Date(0) } as const;

/** The number of messages in a mailbox's inbox. */
function inboxOf({ organisation, store }: MockExchange, alias: string): number {
  const owner = organisation.recipients.find((recipient) => recipient.alias === alias)!;
  const mailbox = store.mailbox(owner.legacyExchangeDN)!;
  return mailbox.messages(mailbox.wellKnown('inbox'), { associated: false }).length;
}

test.for([1, 2, 3])(
  'each test has a server of its own, and does not see what another delivers (%i)',
  (_run, { exchange }) => {
    const before = inboxOf(exchange, 'annb');
    expect(before).toBe(13);
    exchange.mailbox('annb').add('inbox', mail);
    expect(inboxOf(exchange, 'annb')).toBe(before + 1);
  },
);

test.fails('a failing test tells faults and journal', ({ exchange }) => {
  exchange.faults.on({ rop: 'Logon' }).delay(1);
  throw new Error('on purpose');
});
