import type { SeededRandom } from '@cutover/base';
import { composeMail, fileAttachment, type MailAddress, type MessageContent } from '@cutover/content';
import { filetimeFromDate } from '@cutover/wire';
import type { FolderPath, MailboxBuilder } from './mailbox-builder.ts';
import { OrganisationBuilder } from './organisation-builder.ts';
import type { Seed } from './seed.ts';
import { stableBytes, stableRandom } from './stable.ts';
import { type Corpus, createCorpus } from './workload-corpus.ts';

/** How large a workload is; the same options give the same messages. */
export interface WorkloadOptions {
  /** 10 unless given. */
  readonly mailboxes?: number;
  /** In each mailbox; 500 unless given. */
  readonly messages?: number;
  readonly number?: number;
  /** Median of the bodies in bytes; 20,000 unless given. */
  readonly median?: number;
}

/** Folders and the share of a mailbox's messages that each holds. */
const folders: readonly (readonly [FolderPath, number])[] = [
  ['inbox', 0.5],
  ['sentItems', 0.3],
  [['Projects', 'Alpha'], 0.15],
  ['deletedItems', 0.05],
];
const firstDate = Date.UTC(2006, 0, 1);
const bodySize = { least: 600, most: 400_000 } as const;
/** Exponents of two between which the sizes of attachments lie: 50 KB to 800 KB. */
const attachmentSize = { low: 15.6, high: 19.6 } as const;
const attachmentShare = 0.08;
const readShare = 0.8;
const htmlEvery = 5;

/**
 * Mailboxes full of plain mail to measure with: bodies spread log-normally around their median, one in twelve with a
 * file, one in five in HTML. Nothing is kept: a message is made when it is read, the same every time.
 */
export function workload(options: WorkloadOptions = {}): Seed {
  const { mailboxes = 10, messages = 500, number = 2003, median = 20_000 } = options;
  const builder = new OrganisationBuilder({ name: 'Workload', domain: 'exch2003.example', number });
  const corpus = createCorpus(number);
  for (let index = 0; index < mailboxes; index++) {
    const alias = `u${String(index).padStart(3, '0')}`;
    const plan = { alias, messages, number, median, corpus };
    builder.user({ alias, displayName: alias.toUpperCase(), fill: (mailbox) => fill(mailbox, plan) });
  }
  return {
    ...builder.account({ userName: 'administrator' }).grantReceiveAs('administrator').build(),
    isRepeatable: true,
  };
}

interface Plan {
  readonly alias: string;
  readonly messages: number;
  readonly number: number;
  readonly median: number;
  readonly corpus: () => Corpus;
}

function fill({ mailbox, folder }: Pick<MailboxBuilder, 'mailbox' | 'folder'>, plan: Plan): void {
  let sequence = 0;
  for (const [index, [path, share]] of folders.entries()) {
    const left = plan.messages - sequence;
    const count = index === folders.length - 1 ? left : Math.min(left, Math.round(plan.messages * share));
    const folderId = folder(path);
    for (const end = sequence + count; sequence < end; sequence++) {
      const place = sequence;
      const random = stableRandom('workload', plan.number, plan.alias, place);
      const sentAt = new Date(firstDate + (place * 977 + random.integer(0, 899)) * 1000);
      const read = random.next() < readShare;
      const content = (): MessageContent => messageOf(plan, place, sentAt);
      mailbox.deliver(folderId, { content, read, deliveredAt: filetimeFromDate(sentAt) });
    }
  }
}

/** One number of the standard normal distribution. Box and Muller */
const normal = (random: SeededRandom): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

const userOf = (alias: string): MailAddress => ({ name: alias.toUpperCase(), smtp: `${alias}@exch2003.example` });

function messageOf({ alias, number, median, corpus }: Plan, sequence: number, sentAt: Date): MessageContent {
  const random = stableRandom('workload', number, alias, sequence, 'content');
  const { text, bytes } = corpus();
  const size = Math.round(Math.min(Math.max(Math.exp(normal(random)) * median, bodySize.least), bodySize.most));
  const from = userOf(`u${String(random.integer(0, 999)).padStart(3, '0')}`);
  const isHtml = sequence % htmlEvery === 0;
  const subject = text(random, 48).trim();
  return composeMail({
    subject,
    from,
    to: [userOf(alias)],
    sentAt,
    text: `${alias}/${sequence}\r\n${text(random, isHtml ? Math.round(size / 3) : size)}`,
    html: isHtml ? `<html><body>${text(random, Math.round((size * 2) / 3))}</body></html>` : undefined,
    messageId: `<m.${alias}.${sequence}.${random.integer(0, 0xffffffff).toString(16)}@exch2003.example>`,
    conversationIndex: Uint8Array.from([1, ...stableBytes(21, alias, sequence)]),
    transportHeaders: headersOf(from, alias, sentAt),
    searchKey: stableBytes(16, 'workload', number, alias, sequence),
    attachments: random.next() < attachmentShare ? [attachmentOf(random, sequence, bytes)] : [],
  });
}

function attachmentOf(random: SeededRandom, sequence: number, bytes: Corpus['bytes']) {
  const exponent = attachmentSize.low + random.next() * (attachmentSize.high - attachmentSize.low);
  const data = bytes(random, Math.floor(2 ** exponent));
  return fileAttachment({ name: `doc${sequence}.doc`, mimeType: 'application/msword', data });
}

const headersOf = ({ name, smtp }: MailAddress, alias: string, sentAt: Date): string =>
  [
    `Received: from mail.example ([10.0.0.1]) by exch2003.example with Microsoft SMTPSVC(6.0.3790.3959);`,
    `\t${sentAt.toUTCString()}`,
    `From: "${name}" <${smtp}>`,
    `To: <${alias}@exch2003.example>`,
    `Date: ${sentAt.toUTCString()}`,
    'MIME-Version: 1.0',
    'X-Mailer: Microsoft Office Outlook 11',
    '',
    '',
  ].join('\r\n');
