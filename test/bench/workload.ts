import { seededRandom } from '@cutover/base';

/** One message of the workload; sizes are bytes of mail. */
export interface WorkMessage {
  readonly folder: readonly string[];
  readonly subject: string;
  readonly sentAt: Date;
  readonly from: string;
  readonly kind: 'text' | 'html';
  readonly bodyBytes: number;
  readonly attachmentBytes: number;
  /** Where in the pools its bytes begin. */
  readonly offset: number;
}

export interface Workload {
  readonly mailboxes: number;
  readonly messages: number;
  readonly seed: number;
  /** Sizes of bodies, in times of those of workload S; a small one has no attachments. */
  readonly scale?: number;
}

/** Workload S: ten mailboxes of 500 messages in four folders, some 306 MB, one of twelve with an attachment. */
export const workloadS: Workload = { mailboxes: 10, messages: 500, seed: 2003 };

/** A whole organisation: many mailboxes of 50 short messages, some 5 KB each. */
export const workloadOf = (mailboxes: number): Workload => ({ mailboxes, messages: 50, seed: 2003, scale: 0.15 });

const folders: readonly [path: readonly string[], share: number][] = [
  [['Inbox'], 0.5],
  [['Sent Items'], 0.8],
  [['Projects', 'Alpha'], 0.95],
  [['Deleted Items'], 1],
];
const poolBytes = 4 * 1024 * 1024;
const words =
  'the of and to meeting report budget quarter contract invoice server exchange mailbox please regards'.split(' ');

/** Text that every body is a piece of, and bytes that every attachment is a piece of. */
export function pools(seed: number): { text: string; data: Buffer } {
  const random = seededRandom(seed);
  const parts: string[] = [];
  for (let length = 0; length < poolBytes; length += parts.at(-1)!.length) parts.push(`${random.pick(words)} `);
  const data = Buffer.alloc(poolBytes);
  for (let at = 0; at < poolBytes; at += 4) data.writeUInt32LE(random.integer(0, 0xffffffff), at);
  return { text: parts.join(''), data };
}

/** The messages of one mailbox: always the same for the same number. */
export function messagesOf({ messages, seed, scale = 1 }: Workload, mailbox: number): WorkMessage[] {
  const random = seededRandom(seed * 1000 + mailbox);
  return Array.from({ length: messages }, (_, index) => {
    const share = random.next();
    const folder = folders.find(([, upTo]) => share < upTo)![0];
    const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
    return {
      folder,
      subject: Array.from({ length: 6 }, () => random.pick(words)).join(' '),
      sentAt: new Date(Date.UTC(2006, 0, 1) + index * 977_000),
      from: `sender${random.integer(0, 999)}@exch2003.example`,
      kind: index % 5 === 0 ? 'html' : 'text',
      bodyBytes: Math.floor(Math.min(Math.max(Math.exp(normal) * 20_000 * scale, 600), 400_000)),
      attachmentBytes: random.next() < 0.08 && scale === 1 ? Math.floor(2 ** (15.6 + random.next() * 4)) : 0,
      offset: random.integer(0, poolBytes / 2 - 1),
    };
  });
}

/** The base64 of an attachment in a mail is a third longer; in a mailbox it has that length too, so that both hold the same bytes. */
export const encodedLength = (bytes: number): number => Math.ceil(bytes / 57) * 78;
