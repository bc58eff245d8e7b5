import type { StoredProperty } from '@cutover/content';
import { pidTag, type PropertyTag } from '@cutover/wire/properties';
import type { Mailbox } from '../../../store/mailbox.ts';
import type { Message } from '../../../store/message.ts';
import { limits } from '../limits.ts';
import { notFound, notSupported } from '../rop-failure.ts';
import { folderProperties } from './folder-properties.ts';
import { folderEntryIdOf } from './ids.ts';
import { PropertyBag } from './property-bag.ts';
import { storeStateOf } from './search-folder.ts';
import type { LogonObject, ServerObject } from './server-object.ts';
import { sizesOf } from './sizes.ts';

/** 0FFE of a store. */
const storeObject = 1;

const allMessages = (mailbox: Mailbox): Message[] =>
  mailbox.descendants(mailbox.wellKnown('root')).flatMap(({ id }) => mailbox.messages(id));

/** How many messages there are, counted when that is looked at: a mailbox is made when its messages are. */
const countOf = (tag: PropertyTag, messages: () => readonly Message[]): StoredProperty => ({
  tag,
  get value() {
    return messages().length;
  },
});

/** What can be asked of a mailbox itself. [MS-OXCSTOR] 2.2.2.1 */
function mailboxBag({ logon: { mailbox } }: LogonObject): PropertyBag {
  const messages = (): Message[] => allMessages(mailbox);
  return new PropertyBag([
    { tag: pidTag.displayName, value: `Mailbox - ${mailbox.displayName}` },
    { tag: pidTag.mailboxOwnerName, value: mailbox.displayName },
    { tag: pidTag.objectType, value: storeObject },
    { tag: pidTag.outOfOfficeState, value: false },
    { tag: pidTag.maximumSubmitMessageSize, value: limits.submittedKilobytes },
    { tag: pidTag.storeState, value: storeStateOf(mailbox) },
    countOf(pidTag.contentCount, () => messages().filter(({ associated }) => !associated)),
    countOf(pidTag.associatedContentCount, () => messages().filter(({ associated }) => associated)),
    ...sizesOf(messages),
  ]);
}

/** Where the folders are that every store of public folders has. */
const publicFolderTags = [
  [pidTag.ipmPublicFoldersEntryId, 'ipmSubtree'],
  [pidTag.nonIpmSubtreeEntryId, 'nonIpmSubtree'],
  [pidTag.eFormsRegistryEntryId, 'formsRegistry'],
  [pidTag.freeBusyEntryId, 'freeBusy'],
  [pidTag.offlineAddressBookEntryId, 'offlineAddressBook'],
  [pidTag.localeEFormsRegistryEntryId, 'localFormsRegistry'],
  [pidTag.localSiteFreeBusyEntryId, 'localFreeBusy'],
  [pidTag.localSiteAddressBookEntryId, 'localOfflineAddressBook'],
] as const;

/** What can be asked of the public folders as a whole. */
function publicFoldersBag({ logon: { mailbox } }: LogonObject): PropertyBag {
  return new PropertyBag([
    { tag: pidTag.displayName, value: mailbox.displayName },
    { tag: pidTag.objectType, value: storeObject },
    { tag: pidTag.maximumSubmitMessageSize, value: limits.submittedKilobytes },
    ...publicFolderTags.map(([tag, name]) => ({ tag, value: folderEntryIdOf(mailbox, mailbox.wellKnown(name)) })),
    ...sizesOf(() => allMessages(mailbox)),
  ]);
}

/** The properties of an object that has any. */
export function bagOf(object: ServerObject): PropertyBag {
  switch (object.kind) {
    case 'logon':
      return object.logon.mailbox.isPublic ? publicFoldersBag(object) : mailboxBag(object);
    case 'folder': {
      const folder = object.logon.mailbox.folder(object.folderId);
      if (folder === undefined) throw notFound();
      return new PropertyBag(folderProperties(object.logon, folder));
    }
    case 'message':
    case 'attachment':
      return object.bag;
    case 'table':
    case 'stream':
    case 'download':
    case 'subscription':
    case 'collector':
    case 'destination':
      throw notSupported();
  }
}
