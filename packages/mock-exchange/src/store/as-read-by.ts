import { createMessage } from './message-record.ts';
import type { Account } from '../organisation/account.ts';
import type { Mailbox } from './mailbox.ts';
import type { Message } from './message.ts';

/** Those of one store, by whose they are. */
const views = new WeakMap<Mailbox, Map<string, Mailbox>>();

/** Somebody who is signed in; of who has no mailbox his account counts. */
type Reader = Pick<Account, 'legacyExchangeDN' | 'userPrincipalName'>;

/** A store of public folders as one reader sees it: what is read there, each knows for himself. The same one for the same reader. */
export function asReadBy(store: Mailbox, { legacyExchangeDN, userPrincipalName }: Reader): Mailbox {
  const reader = (legacyExchangeDN ?? userPrincipalName).toLowerCase();
  const known = views.get(store) ?? new Map<string, Mailbox>();
  views.set(store, known);
  const view = known.get(reader) ?? createView(store, reader);
  known.set(reader, view);
  return view;
}

function createView(store: Mailbox, reader: string): Mailbox {
  const own = (message: Message): Message => readBy(message, reader);
  const inFolder: Mailbox['messages'] = (folderId, options) => store.messages(folderId, options).map(own);
  const overrides: Partial<Mailbox> = {
    message: (id) => {
      const message = store.message(id);
      return message && own(message);
    },
    messages: inFolder,
    counts: (folderId) => {
      const unread = inFolder(folderId, { associated: false }).filter(({ read }) => !read).length;
      return { ...store.counts(folderId), unread };
    },
    snapshot: (folderId) => ({ ...store.snapshot(folderId), messages: inFolder(folderId) }),
    markRead: (id, { read }) => own(store.markRead(id, { read, by: reader })),
  };
  return new Proxy(store, {
    get: (target, name) => {
      const value = (Reflect.get(overrides, name) ?? Reflect.get(target, name)) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** The message with the mark of a reader; what he never looked at is unread. */
function readBy(message: Message, reader: string): Message {
  const mark = message.readers?.get(reader) ?? { read: false, readChangeNumber: message.changeNumber };
  return createMessage({ ...message, ...mark, source: () => message.content() });
}
