import { FaultPlan, type FaultPlanData, hashMailbox, type MailboxHash, MockExchange } from '@cutover/mock-exchange';
import { addressOf } from '../support/mock-source.ts';
import type { SourceAddress } from '../support/rehearsal.ts';
import { crashSeed } from './crash-seed.ts';

/** What the mock's process tells when it listens. */
export interface MockReport {
  readonly address: SourceAddress;
  /** By the owner's address. */
  readonly hashes: Readonly<Record<string, MailboxHash>>;
}

const [mailboxes = 3, messages = 100] = process.argv.slice(2, 4).map(Number);
const faults = new FaultPlan(JSON.parse(process.argv[4] ?? '{}') as Partial<FaultPlanData>);
const mock = await MockExchange.start({ seed: crashSeed({ mailboxes, messages }), faults });
const hashes = Object.fromEntries(
  mock.organisation.recipients.flatMap((recipient) => {
    const mailbox = recipient.kind === 'mailbox' && mock.store.mailbox(recipient.legacyExchangeDN);
    return mailbox ? [[recipient.primarySmtpAddress.toLowerCase(), hashMailbox(mailbox)]] : [];
  }),
);
process.send?.({ address: addressOf(mock), hashes } satisfies MockReport);
// From then on it has these faults, and no others.
process.on('message', (plan: FaultPlanData) => {
  mock.faults.clear();
  for (const fault of plan.faults) mock.faults.add(fault);
  process.send?.('changed');
});
process.once('disconnect', () => process.exit());
