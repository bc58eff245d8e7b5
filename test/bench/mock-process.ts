import { mockEvents, MockExchange } from '@cutover/mock-exchange';
import { addressOf } from '../support/mock-source.ts';
import type { SourceAddress } from '../support/rehearsal.ts';
import { workloadSeed } from './workload-seed.ts';
import { workloadOf, workloadS } from './workload.ts';

/** The mock's answer to every message: what it has used and answered since it began to listen. */
export interface MockUsage {
  readonly address: SourceAddress;
  readonly cpuMilliseconds: number;
  /** Calls of the information store. */
  readonly calls: number;
}

const storeInterface = 'emsmdb';
const isPlain = process.argv[2] === 'http';
const mailboxes = Number(process.argv[3] ?? 0);
const workload = mailboxes === 0 ? workloadS : workloadOf(mailboxes);
const mock = await MockExchange.start({ seed: workloadSeed(workload), ...(isPlain ? { httpPort: 0 } : {}) });
// Filled before anything is measured: an Exchange server does not make up its mail while it is read. A whole organisation's
// mailboxes are filled when they are opened, as they would not fit otherwise.
if (mailboxes === 0) for (const owner of mock.organisation.recipients) mock.store.mailbox(owner.legacyExchangeDN);

let calls = 0;
mockEvents.called.channel.subscribe((message) => {
  if ((message as { interface: string }).interface.toLowerCase().includes(storeInterface)) calls++;
});
const start = process.cpuUsage();
const usage = (): MockUsage => {
  const { user, system } = process.cpuUsage(start);
  return { address: addressOf(mock), cpuMilliseconds: (user + system) / 1000, calls };
};
process.on('message', () => process.send?.(usage()));
process.once('disconnect', () => process.exit());
process.send?.(usage());
