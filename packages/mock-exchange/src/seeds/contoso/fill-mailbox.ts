import type { SeededRandom } from '@cutover/base';
import { generatedBytes } from '../generated-bytes.ts';
import type { FolderPath, MailboxBuilder } from '../mailbox-builder.ts';
import type { UserOptions } from '../organisation-builder.ts';
import { stableRandom } from '../stable.ts';
import { calendarOf, contactsOf, notesOf, savedView, tasksOf } from './agenda.ts';
import { answerTo, forwardOf, mailAbout, newsletter, pickTopic } from './correspondence.ts';
import { contacts, users } from './people.ts';
import { at } from './time.ts';

/** Folders that people make, with names that programs stumble over. */
const ownFolders: readonly (readonly string[])[] = [
  ['Inbox', 'Projects', 'Alpha', 'Übergabe', '2012'],
  ['Inbox', 'Kunden / Müller & Söhne'],
  ['Inbox', 'inbox'],
  ['Archive 2011', 'AC/DC\\backups'],
  ['📁 Ablage', '工程'],
  ['\u00a0'],
  ['\u200b', '…'],
  ["Don't delete!", '100% "done"'],
  ['Reports.', `Very long ${'name '.repeat(40)}end`],
  ['ארכיון', 'سجل'],
];

/** Fills a mailbox of Contoso; it takes only from a generator of its own. */
export function fillMailbox(builder: MailboxBuilder, { alias, displayName }: UserOptions, number: number): void {
  const random = stableRandom('contoso', number, alias);
  const others = [...users, ...contacts].filter((other) => other.alias !== alias && other.hidden !== true);
  const other = (): string => random.pick(others).alias;
  fillInbox(builder, { random, alias, other });
  fillOwnFolders(builder, { random, alias, other });
  builder.add('calendar', ...calendarOf(random, alias));
  builder.add('tasks', ...tasksOf(random, displayName));
  builder.add('notes', ...notesOf(random));
  builder.add('contacts', ...contactsOf(random));
  builder.addAssociated('inbox', savedView);
  if (alias === 'kima') addLargeFile(builder);
}

interface Person {
  readonly random: SeededRandom;
  readonly alias: string;
  readonly other: () => string;
}

/** Conversations in Inbox and Sent Items, and what comes besides. */
function fillInbox(builder: MailboxBuilder, { random, alias, other }: Person): void {
  for (let index = 0; index < random.integer(8, 12); index++) {
    const topic = pickTopic(random);
    const mail = mailAbout(random, { topic, from: other(), to: [alias], cc: [other()] });
    builder.add('inbox', mail);
    if (index % 2 === 0) builder.add('sentItems', answerTo(random, mail, { from: alias, answer: topic.answer }));
    if (index % 5 === 1) builder.add('inbox', forwardOf(random, mail, { from: other(), to: alias }));
  }
  builder.add('inbox', newsletter(random, alias), newsletter(random, alias));
  builder.add('deletedItems', newsletter(random, alias));
  builder.add('drafts', {
    type: 'mail',
    subject: '',
    from: alias,
    sentAt: at('2013-01-31T17:58'),
    text: 'Dear',
    unsent: true,
    read: true,
  });
}

/** Three of the odd folders each, so that all are seen across the company. */
function fillOwnFolders(builder: MailboxBuilder, { random, alias, other }: Person): void {
  const first = random.integer(0, ownFolders.length - 1);
  for (let index = 0; index < 3; index++) {
    const path: FolderPath = ownFolders[(first + index) % ownFolders.length]!;
    builder.folder(path);
    for (let count = random.integer(1, 3); count > 0; count--) {
      builder.add(path, mailAbout(random, { topic: pickTopic(random), from: other(), to: [alias, other()] }));
    }
  }
  builder.folder([...ownFolders[first]!, 'empty']);
  builder.folder(['Calendar', 'Urlaub & Feiertage']);
}

/** A file that no list shows whole: it is made while it is read. */
function addLargeFile(builder: MailboxBuilder): void {
  builder.add('inbox', {
    type: 'mail',
    subject: 'Trade show video',
    from: 'guido.pica',
    to: ['kima'],
    sentAt: at('2012-10-22T15:30'),
    text: 'Here is the video from the trade show.',
    attachments: [{ name: 'trade show.avi', mimeType: 'video/avi', data: generatedBytes(1_500_000, 'trade show') }],
    read: false,
  });
}
