import { imapErrors } from '../../errors.ts';
import { type ImapFolder, type ImapMailbox, messageFlags } from '../../mailbox-port.ts';
import type { Cursor } from '../../syntax/cursor.ts';
import { formatList, formatName } from '../../syntax/format.ts';
import { delimiter, formatPath, parsePath } from '../../syntax/mailbox-name.ts';
import { authenticated, type Command, defineCommand, nothing } from '../command.ts';
import { FolderView } from '../folder-view.ts';
import { formatListed, type ListedFolder, listFolders, listSubscribed } from '../list-folders.ts';
import type { Completion, Session } from '../session.ts';
import { append } from './append.ts';
import { requireFolder } from './require-folder.ts';

type Path = readonly string[];

function parsePathArgument(cursor: Cursor): { path: Path } {
  cursor.space();
  const path = parsePath(cursor.astring());
  cursor.end();
  return { path };
}

const flagList = formatList(messageFlags);

async function select(session: Session, path: Path, { readOnly }: { readOnly: boolean }): Promise<Completion> {
  session.open(undefined);
  const folder = requireFolder(session.mailbox, path);
  const view = new FolderView(session.mailbox, folder, { readOnly });
  const unseen = view.all().find(({ message }) => !message.flags.has('\\Seen'));
  await session.untagged(`${view.count} EXISTS`);
  await session.untagged('0 RECENT');
  await session.untagged(`FLAGS ${flagList}`);
  await session.untagged(`OK [PERMANENTFLAGS ${readOnly ? '()' : flagList}] Permanent flags`);
  if (unseen !== undefined) await session.untagged(`OK [UNSEEN ${unseen.number}] Is the first unseen message`);
  await session.untagged(`OK [UIDVALIDITY ${folder.uidValidity}] UIDVALIDITY value`);
  await session.untagged(`OK [UIDNEXT ${folder.uidNext}] The next unique identifier value`);
  session.open(view);
  return { code: readOnly ? 'READ-ONLY' : 'READ-WRITE' };
}

const selecting = (options: { readOnly: boolean }): Command =>
  defineCommand({
    states: authenticated,
    parse: parsePathArgument,
    run: (session, { path }) => select(session, path, options),
  });

function parsePattern(cursor: Cursor): { reference: string; pattern: string } {
  cursor.space();
  const reference = cursor.astring();
  cursor.space();
  const pattern = cursor.pattern();
  cursor.end();
  return { reference, pattern };
}

type Lister = (mailbox: ImapMailbox, pattern: string) => readonly ListedFolder[];

/** LIST and its kin: the reference is put before the pattern; no pattern asks for the delimiter. RFC 3501 6.3.8 */
const listing = (name: 'LIST' | 'LSUB', list: Lister): Command =>
  defineCommand({
    states: authenticated,
    parse: parsePattern,
    run: async (session, { reference, pattern }) => {
      if (pattern === '') return session.untagged(`${name} (\\Noselect) "${delimiter}" ""`);
      for (const folder of list(session.mailbox, `${reference}${pattern}`)) {
        await session.untagged(`${name} ${formatListed(folder)}`);
      }
    },
  });

const statusItems = {
  MESSAGES: (mailbox, folder) => mailbox.messages(folder).length,
  RECENT: () => 0,
  UIDNEXT: (_mailbox, { uidNext }) => uidNext,
  UIDVALIDITY: (_mailbox, { uidValidity }) => uidValidity,
  UNSEEN: (mailbox, folder) => mailbox.messages(folder).filter(({ flags }) => !flags.has('\\Seen')).length,
} satisfies Record<string, (mailbox: ImapMailbox, folder: ImapFolder) => number>;
type StatusItem = keyof typeof statusItems;

const isStatusItem = (name: string): name is StatusItem => Object.hasOwn(statusItems, name);

function parseStatusItem(cursor: Cursor): StatusItem {
  const name = cursor.atom().toUpperCase();
  if (!isStatusItem(name)) throw imapErrors.badCommand({ reason: `There is no status item ${name}` });
  return name;
}

const status = defineCommand({
  states: authenticated,
  parse: (cursor) => {
    cursor.space();
    const path = parsePath(cursor.astring());
    cursor.space();
    const items = cursor.list(() => parseStatusItem(cursor));
    cursor.end();
    return { path, items };
  },
  run: (session, { path, items }) => {
    const folder = requireFolder(session.mailbox, path);
    const values = items.map((item) => `${item} ${statusItems[item](session.mailbox, folder)}`);
    return session.untagged(`STATUS ${formatName(formatPath(folder.path))} ${formatList(values)}`);
  },
});

const rename = defineCommand({
  states: authenticated,
  parse: (cursor) => {
    cursor.space();
    const from = parsePath(cursor.astring());
    cursor.space();
    const to = parsePath(cursor.astring());
    cursor.end();
    return { from, to };
  },
  run: ({ mailbox }, { from, to }) => mailbox.renameFolder(requireFolder(mailbox, from).path, to),
});

/** RFC 2177 */
const idle = defineCommand({
  states: authenticated,
  parse: nothing,
  run: async (session) => {
    const stop = session.followChanges();
    try {
      const line = await session.ask('IDLE accepted, awaiting DONE command.');
      if (line?.toUpperCase() !== 'DONE') throw imapErrors.badCommand({ reason: 'DONE expected' });
    } finally {
      stop();
    }
  },
  tellsExpunges: true,
});

const changing = (change: (mailbox: ImapMailbox, path: Path) => void): Command =>
  defineCommand({
    states: authenticated,
    parse: parsePathArgument,
    run: ({ mailbox }, { path }) => change(mailbox, path),
    tellsExpunges: true,
  });

/** Commands about folders. RFC 3501 6.3, RFC 2342; RLIST and RLSUB, which differ by referrals alone: RFC 2193 */
export const folderCommands: Readonly<Record<string, Command>> = {
  SELECT: selecting({ readOnly: false }),
  EXAMINE: selecting({ readOnly: true }),
  LIST: listing('LIST', listFolders),
  LSUB: listing('LSUB', listSubscribed),
  RLIST: listing('LIST', listFolders),
  RLSUB: listing('LSUB', listSubscribed),
  CREATE: changing((mailbox, path) => mailbox.createFolder(path)),
  DELETE: changing((mailbox, path) => mailbox.deleteFolder(requireFolder(mailbox, path).path)),
  SUBSCRIBE: changing((mailbox, path) => mailbox.subscribe(path, { subscribed: true })),
  UNSUBSCRIBE: changing((mailbox, path) => mailbox.subscribe(path, { subscribed: false })),
  RENAME: rename,
  STATUS: status,
  APPEND: append,
  NAMESPACE: defineCommand({
    states: authenticated,
    parse: nothing,
    run: (session) => session.untagged(`NAMESPACE (("" "${delimiter}")) NIL NIL`),
  }),
  IDLE: idle,
};
