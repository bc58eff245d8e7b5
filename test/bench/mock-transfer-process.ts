import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { company, contoso, MockExchange } from '@cutover/mock-exchange';
import { addressOf } from '../support/mock-source.ts';
import type { SourceAddress } from '../support/rehearsal.ts';

/** Where the bytes are to be had, by whichever way. */
export interface TransferSource {
  readonly address: SourceAddress;
  /** http://… that answers with as many bytes as the mailbox holds. */
  readonly plainUrl: string;
  /** legacyExchangeDN of the mailbox that is read. */
  readonly mailbox: string;
  /** legacyExchangeDNs of all mailboxes. */
  readonly owners: readonly string[];
}

const [people = 0, messages = 0, messageBytes = 0] = process.argv.slice(2).map(Number);
const seed = people === 0 ? contoso() : company({ mailboxes: people, messages: 5 });
const mock = await MockExchange.start({ seed, httpPort: 0 });
const user = mock.organisation.recipients.find(({ kind }) => kind === 'mailbox')!;
const builder = mock.mailbox(user.alias);
// Held in memory, as what is measured is not the making of it.
const data = Buffer.alloc(messageBytes, 'Exchange');
for (let number = 0; number < messages; number++) {
  const attachments = [{ name: `${number}.bin`, data }];
  builder.add('inbox', { type: 'mail', subject: `Large ${number}`, sentAt: new Date(0), attachments });
}

const chunk = Buffer.alloc(256 * 1024, 'x');
const plain = createServer((_request, response) => {
  let left = messages * messageBytes;
  const push = (): void => {
    while (left > 0) {
      const size = Math.min(left, chunk.length);
      left -= size;
      if (!response.write(chunk.subarray(0, size))) return void response.once('drain', push);
    }
    response.end();
  };
  push();
});
plain.listen(0, '127.0.0.1', () => {
  const source: TransferSource = {
    address: addressOf(mock),
    plainUrl: `http://127.0.0.1:${(plain.address() as AddressInfo).port}/`,
    mailbox: user.legacyExchangeDN,
    owners: mock.store.owners,
  };
  process.send?.(source);
});
process.once('disconnect', () => process.exit());
