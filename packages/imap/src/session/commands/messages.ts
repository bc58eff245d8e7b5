import { imapErrors } from '../../errors.ts';
import type { MessageFlag } from '../../mailbox-port.ts';
import type { Cursor } from '../../syntax/cursor.ts';
import { parseFlags } from '../../syntax/flags.ts';
import { formatList } from '../../syntax/format.ts';
import { parsePath } from '../../syntax/mailbox-name.ts';
import { parseSearch, type Search } from '../../syntax/search-key.ts';
import { formatSet, parseSequenceSet, type SequenceSet } from '../../syntax/sequence-set.ts';
import { type Command, defineCommand, nothing } from '../command.ts';
import { OpenedMessage } from '../opened-message.ts';
import { matchesSearch } from '../search-messages.ts';
import type { Completion, Session } from '../session.ts';
import { type ByUid, fetch, parseFetch } from './fetch.ts';
import { parseSet } from './parse-set.ts';
import { requireFolder } from './require-folder.ts';

const selected = ['selected'] as const;

function assertWritable({ view }: Session): void {
  if (view.isReadOnly) throw imapErrors.refused({ reason: 'The folder is open for reading only.' });
}

interface Store {
  readonly set: SequenceSet;
  readonly how: 'FLAGS' | '+FLAGS' | '-FLAGS';
  readonly isSilent: boolean;
  readonly flags: readonly MessageFlag[];
}

const storeForm = /[+-]?FLAGS(?:\.SILENT)?(?= )/iy;

function parseStore(cursor: Cursor): Store {
  const set = parseSet(cursor);
  const [how = '', silent] = cursor.match(storeForm, 'FLAGS').toUpperCase().split('.');
  cursor.space();
  const flags = parseFlags(cursor);
  cursor.end();
  return { set, how: how as Store['how'], isSilent: silent !== undefined, flags };
}

type Flags = ReadonlySet<MessageFlag>;

const changed: Readonly<Record<Store['how'], (old: Flags, given: readonly MessageFlag[]) => Flags>> = {
  FLAGS: (_old, given) => new Set(given),
  '+FLAGS': (old, given) => new Set([...old, ...given]),
  '-FLAGS': (old, given) => new Set([...old].filter((flag) => !given.includes(flag))),
};

async function store(session: Session, { set, how, isSilent, flags, byUid }: Store & ByUid): Promise<void> {
  assertWritable(session);
  const { view, mailbox } = session;
  for (const { number, message } of view.select(set, { byUid })) {
    const after = changed[how](message.flags, flags);
    mailbox.setFlags(view.folder, message.uid, after);
    view.told(message.uid, after);
    const uid = byUid ? `UID ${message.uid} ` : '';
    const told = formatList(view.flagsOf(message.uid, after));
    if (!isSilent) await session.untagged(`${number} FETCH (${uid}FLAGS ${told})`);
  }
}

function parseCopy(cursor: Cursor): { set: SequenceSet; path: readonly string[] } {
  const set = parseSet(cursor);
  const path = parsePath(cursor.astring());
  cursor.end();
  return { set, path };
}

function copy({ view, mailbox }: Session, { set, path, byUid }: ReturnType<typeof parseCopy> & ByUid): Completion {
  const target = requireFolder(mailbox, path, 'TRYCREATE');
  const uids = view.select(set, { byUid }).map(({ message }) => message.uid);
  if (uids.length === 0) return {};
  const copies = uids.map((uid) => mailbox.copy(view.folder, uid, target));
  return { code: `COPYUID ${target.uidValidity} ${formatSet(uids)} ${formatSet(copies)}` };
}

function parseWholeSearch(cursor: Cursor): Search {
  cursor.space();
  const search = parseSearch(cursor);
  cursor.end();
  return search;
}

async function search(session: Session, { key, byUid }: Search & ByUid): Promise<void> {
  const { view } = session;
  const last = { number: view.count, uid: view.lastUid };
  const found: number[] = [];
  for (const { number, message } of view.all()) {
    const seen = { opened: new OpenedMessage(message), number, isRecent: view.isRecent(message.uid), last };
    if (await matchesSearch(key, seen)) found.push(byUid ? message.uid : number);
  }
  await session.untagged(['SEARCH', ...found].join(' '));
}

/** Removes what is marked as deleted, of a set or altogether. */
function expunge(session: Session, set?: SequenceSet): void {
  assertWritable(session);
  const { view, mailbox } = session;
  const messages = set === undefined ? view.all() : view.select(set, { byUid: true });
  for (const { message } of messages) if (message.flags.has('\\Deleted')) mailbox.remove(view.folder, message.uid);
}

function parseUidExpunge(cursor: Cursor): { set: SequenceSet } {
  cursor.space();
  const set = parseSequenceSet(cursor);
  cursor.end();
  return { set };
}

type Run<A> = (session: Session, args: A & ByUid) => Promise<Completion | void> | Completion | void;

/** A command under its name, and behind UID. RFC 3501 6.4.8 */
const bothWays = <A>(name: string, parse: (cursor: Cursor) => A, run: Run<A>): [string, Command][] =>
  [false, true].map((byUid) => [
    byUid ? `UID ${name}` : name,
    defineCommand({ states: selected, parse, run: (session, args: A) => run(session, { ...args, byUid }) }),
  ]);

/** Commands about the messages of the selected folder. RFC 3501 6.4, RFC 4315 */
export const messageCommands: Readonly<Record<string, Command>> = {
  ...Object.fromEntries([
    ...bothWays('FETCH', parseFetch, fetch),
    ...bothWays('STORE', parseStore, store),
    ...bothWays('COPY', parseCopy, copy),
    ...bothWays('SEARCH', parseWholeSearch, search),
  ]),
  CHECK: defineCommand({ states: selected, parse: nothing, run: () => undefined, tellsExpunges: true }),
  EXPUNGE: defineCommand({ states: selected, parse: nothing, run: (session) => expunge(session), tellsExpunges: true }),
  'UID EXPUNGE': defineCommand({
    states: selected,
    parse: parseUidExpunge,
    run: (session, { set }) => expunge(session, set),
    tellsExpunges: true,
  }),
  CLOSE: defineCommand({
    states: selected,
    parse: nothing,
    run: (session) => {
      if (!session.view.isReadOnly) expunge(session);
      session.open(undefined);
    },
  }),
};
