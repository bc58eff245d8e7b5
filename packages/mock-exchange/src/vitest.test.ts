import { get } from 'node:https';
import { afterAll, describe, expect } from 'vitest';
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

describe('a test that fails', () => {
  // Behind the test that failed, as its failure is told once its server has ended.
  const told: { readonly message: string }[] = [];
  afterAll(() => {
    expect(told).toHaveLength(1);
    expect(told[0]!.message).toMatch(
      /^on purpose\n\nfault plan, seed 1\n {2}on\(\{"http":"GET"\}\)\.httpStatus\(503\) struck 1 of 1\n#1 - GET \/ → 503$/,
    );
  });

  test.fails('has told its faults and its journal', async ({ exchange, onTestFailed }) => {
    onTestFailed(({ task }) => void told.push(task.result!.errors![0]!));
    exchange.faults.on({ http: 'GET' }).httpStatus(503);
    await new Promise((resolve) => get(exchange.url, { ca: exchange.certificateAuthority }, resolve));
    throw new Error('on purpose');
  });
});
