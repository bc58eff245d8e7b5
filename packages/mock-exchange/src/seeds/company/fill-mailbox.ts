import type { SeededRandom } from '@cutover/base';
import type { FolderPath, MailboxBuilder } from '../mailbox-builder.ts';
import type { SeedItem } from '../seed-item.ts';
import { stableRandom } from '../stable.ts';
import { appointmentAt, contactAt, noteAt, taskAt } from './agenda.ts';
import { officeMoment, type Period, pickWeighted } from './distribution.ts';
import { languages } from './languages.ts';
import { type Correspondent, type Letter, writeLetter } from './letters.ts';

/** When the mail of a company was written: four years up to the cutover. */
const begin = Date.UTC(2009, 0, 5);
const end = Date.UTC(2013, 1, 1);
const month = 30 * 86_400_000;

type Agenda = (random: SeededRandom, of: Correspondent, at: number) => SeedItem;

/** What a mailbox holds besides mail, with the share of its items. */
const agenda: readonly { readonly folder: FolderPath; readonly share: number; readonly make: Agenda }[] = [
  { folder: 'calendar', share: 0.08, make: appointmentAt },
  { folder: 'contacts', share: 0.04, make: contactAt },
  { folder: 'tasks', share: 0.015, make: taskAt },
  { folder: 'notes', share: 0.01, make: noteAt },
];

const continues = 0.45;
const openThreads = 8;

/** Fills a mailbox with so many items; what they say is made when they are read. */
export function fillMailbox(builder: MailboxBuilder, of: Correspondent, items: number): void {
  const random = stableRandom(of.key, of.person.alias, 'mailbox');
  const { utcOffset } = of.person.culture.site;
  const moments = (count: number, to: number): number[] =>
    Array.from({ length: count }, () => officeMoment(random, { from: begin, to, utcOffset } satisfies Period)).toSorted(
      (left, right) => left - right,
    );
  let left = items;
  for (const { folder, share, make } of agenda) {
    const count = Math.round(items * share);
    left -= count;
    for (const [index, at] of moments(count, end + 2 * month).entries()) {
      const own = (): SeededRandom => stableRandom(of.key, of.person.alias, String(folder), index);
      const deliveredAt = new Date(Math.min(at, end) - 86_400_000);
      builder.addMade(folder, () => make(own(), of, at), { deliveredAt, read: true });
    }
  }
  addMail(builder, random, { of, moments: moments(left, end) });
}

function addMail(
  builder: MailboxBuilder,
  random: SeededRandom,
  { of, moments }: { of: Correspondent; moments: readonly number[] },
): void {
  const folders = foldersOf(random, of);
  for (const { path } of folders.own) builder.folder(path);
  const threads: Letter[] = [];
  for (const [thread, sentAt] of moments.entries()) {
    const [kind, folder] = placeOf(random, folders);
    const before = kind === 'newsletter' || random.next() >= continues ? undefined : takeOne(random, threads);
    const letter: Letter =
      before === undefined
        ? { thread, depth: 0, began: sentAt, sentAt, kind }
        : { ...before, depth: before.depth + 1, sentAt, kind };
    if (kind !== 'newsletter' && kind !== 'draft') threads.push(letter);
    if (threads.length > openThreads) threads.shift();
    const isOld = sentAt < end - month;
    const read = kind !== 'received' && kind !== 'newsletter' ? true : random.next() < (isOld ? 0.96 : 0.6);
    builder.addMade(folder, () => writeLetter(letter, of), { deliveredAt: new Date(sentAt + 4000), read });
  }
}

/** Takes one of the conversations that are going on; its answer goes on with it. */
function takeOne(random: SeededRandom, threads: Letter[]): Letter | undefined {
  return threads.length === 0 ? undefined : threads.splice(random.integer(0, threads.length - 1), 1)[0];
}

interface Folders {
  readonly own: readonly { readonly path: readonly string[]; readonly weight: number }[];
}

/** The folders that somebody has made, some of them in others. */
function foldersOf(random: SeededRandom, { person }: Correspondent): Folders {
  const { folders, meetings } = languages[person.culture.language];
  const own: { path: readonly string[]; weight: number }[] = [];
  for (const name of folders) {
    if (random.next() < 0.45) continue;
    const path = random.next() < 0.5 ? ['Inbox', name] : [name];
    own.push({ path, weight: random.integer(1, 6) });
    if (random.next() < 0.4)
      own.push({ path: [...path, `${random.pick(meetings)} ${random.integer(2008, 2012)}`], weight: 3 });
  }
  return { own };
}

function placeOf(random: SeededRandom, { own }: Folders): readonly [Letter['kind'], FolderPath] {
  const [kind, path] = pickWeighted<readonly [Letter['kind'], FolderPath | undefined]>(random, [
    [['received', 'inbox'], 40],
    [['sent', 'sentItems'], 28],
    [['received', undefined], 16],
    [['newsletter', 'inbox'], 8],
    [['received', 'deletedItems'], 4],
    [['newsletter', 'deletedItems'], 3],
    [['draft', 'drafts'], 1],
  ]);
  if (path !== undefined) return [kind, path];
  if (own.length === 0) return [kind, 'inbox'];
  return [
    kind,
    pickWeighted(
      random,
      own.map((folder) => [folder.path, folder.weight] as const),
    ),
  ];
}
