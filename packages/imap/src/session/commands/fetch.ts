import type { MessageFlag } from '../../mailbox-port.ts';
import type { Cursor } from '../../syntax/cursor.ts';
import { type FetchItem, parseFetchItems } from '../../syntax/fetch-items.ts';
import type { SequenceSet } from '../../syntax/sequence-set.ts';
import { fetchMessage, marksAsSeen } from '../fetch-message.ts';
import type { NumberedMessage } from '../folder-view.ts';
import { OpenedMessage } from '../opened-message.ts';
import type { Session } from '../session.ts';
import { parseSet } from './parse-set.ts';

/** Whether a command came behind UID. */
export interface ByUid {
  readonly byUid: boolean;
}

interface Fetch {
  readonly set: SequenceSet;
  readonly items: readonly FetchItem[];
}

export function parseFetch(cursor: Cursor): Fetch {
  const set = parseSet(cursor);
  const items = parseFetchItems(cursor);
  cursor.end();
  return { set, items };
}

/** Sends what is wanted of every message of the set, one after the other. RFC 3501 6.4.5 */
export async function fetch(session: Session, { set, items, byUid }: Fetch & ByUid): Promise<void> {
  const withUid = byUid && !items.some(({ item }) => item === 'UID');
  const wanted: readonly FetchItem[] = withUid ? [{ item: 'UID' }, ...items] : items;
  for (const found of session.view.select(set, { byUid })) await fetchOne(session, found, wanted);
}

async function fetchOne(session: Session, found: NumberedMessage, items: readonly FetchItem[]): Promise<void> {
  const { view, mailbox } = session;
  const { number, message } = found;
  const becomesSeen = marksAsSeen(items) && !view.isReadOnly && !message.flags.has('\\Seen');
  const flags: ReadonlySet<MessageFlag> = becomesSeen ? new Set([...message.flags, '\\Seen']) : message.flags;
  const tellsFlags = items.some(({ item }) => item === 'FLAGS');
  // The client learns of the mark that its reading makes. RFC 3501 6.4.5
  const told: readonly FetchItem[] = becomesSeen && !tellsFlags ? [...items, { item: 'FLAGS' }] : items;
  const fetched = { opened: new OpenedMessage(message), flags: view.flagsOf(message.uid, flags) };
  const output = await fetchMessage(fetched, told);
  if (becomesSeen) mailbox.setFlags(view.folder, message.uid, flags);
  if (becomesSeen || tellsFlags) view.told(message.uid, flags);
  await session.untagged(`${number} FETCH `, ...output);
}
