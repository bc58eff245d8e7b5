import { isStreamed, type StoredProperty } from '@cutover/content';
import { dateFromFiletime } from '@cutover/wire';
import { pidTag, propertyNameKey, propertyType } from '@cutover/wire/properties';
import { renderMessage } from '../mail/render-message.ts';
import type { WellKnownFolder } from '../store/folder.ts';
import { computedProperties } from '../store/message-properties.ts';
import type { DavValue } from './dav-value.ts';
import { itemKeys, tagKey } from './item-names.ts';
import { activeLocks, supportedLocks } from './lock-properties.ts';
import { type DavName, fullName, namespaces } from './names.ts';
import type { DavContext } from './dav-context.ts';
import type { DavResource } from './dav-resource.ts';
import { folderUrl, mailboxUrl, permanentUrl, urlNameOf, urlNameTag } from './resource.ts';

type Reader = (resource: DavResource, context: DavContext) => DavValue | undefined | Promise<DavValue | undefined>;

const { dav, httpmail, mailheader, exchange, repl } = namespaces;

/** The text of a property of the message, or of the folder. */
const tagged =
  (tag: number): Reader =>
  (resource) =>
    taggedValue(resource, tag);

const taggedValue = (resource: DavResource, tag: number): DavValue | undefined =>
  valueOf(storedIn(resource).find((property) => property.tag >>> 16 === tag >>> 16));

const ofMessage =
  (
    read: (
      message: NonNullable<DavResource['message']>,
      resource: DavResource,
      context: DavContext,
    ) => ReturnType<Reader>,
  ): Reader =>
  (resource, context) =>
    resource.message && read(resource.message, resource, context);

const ofFolder =
  (read: (resource: DavResource, context: DavContext) => DavValue | undefined): Reader =>
  (resource, context) =>
    resource.message === undefined ? read(resource, context) : undefined;

const specialFolder = (name: WellKnownFolder): Reader =>
  ofFolder(({ mailbox }, context) => {
    const folder = mailbox.isPublic ? undefined : mailbox.folder(mailbox.wellKnown(name));
    return folder && folderUrl(context, mailbox, folder);
  });

const nameFromPath = ({ href }: DavResource): string => decodeURIComponent(href.replace(/\/$/, '').split('/').at(-1)!);

const childFolders = ({ mailbox, folder }: DavResource): number => mailbox.children(folder.id).length;

const contentClasses: readonly (readonly [prefix: string, contentClass: string])[] = [
  ['IPM.Appointment', 'appointment'],
  ['IPM.Contact', 'person'],
  ['IPM.Task', 'task'],
  ['IPM.StickyNote', 'note'],
  ['IPM.Schedule.Meeting', 'calendarmessage'],
];
const folderClasses: Readonly<Record<string, string>> = {
  'IPF.Appointment': 'calendarfolder',
  'IPF.Contact': 'contactfolder',
  'IPF.Task': 'taskfolder',
  'IPF.StickyNote': 'notefolder',
  'IPF.Journal': 'journalfolder',
};

function contentClassOf(resource: DavResource): string {
  const { message, folder } = resource;
  if (message === undefined) return `urn:content-classes:${folderClasses[folder.containerClass] ?? 'mailfolder'}`;
  const messageClass = taggedValue(resource, pidTag.messageClass);
  const found = contentClasses.find(([prefix]) => typeof messageClass === 'string' && messageClass.startsWith(prefix));
  return `urn:content-classes:${found?.[1] ?? 'message'}`;
}

/** Changes with every change of the resource; quotes belong to it. */
const etagOf = ({ message, folder }: DavResource): string => {
  const { id, changeNumber } = message ?? folder;
  return `"${id.toString(16)}-${Math.max(changeNumber, message?.readChangeNumber ?? 0).toString(16)}"`;
};

/** Every property that has a name of its own, by its full name. What is missing is one by its tag, or none. */
const readers: Readonly<Record<string, Reader>> = {
  [`${dav}href`]: ({ href }) => href,
  [`${dav}displayname`]: (resource) => (resource.message ? urlNameOf(resource.message) : nameFromPath(resource)),
  [`${dav}isfolder`]: ({ message }) => message === undefined,
  [`${dav}iscollection`]: ({ message }) => message === undefined,
  [`${dav}ishidden`]: () => false,
  [`${dav}isstructureddocument`]: () => false,
  [`${dav}isreadonly`]: () => false,
  [`${dav}isroot`]: ofFolder(({ mailbox, folder }) => folder.id === mailbox.wellKnown('ipmSubtree')),
  [`${dav}lockdiscovery`]: (resource, { sessions }) => ({ xml: activeLocks(sessions.locks.on(resource)) }),
  [`${dav}supportedlock`]: () => ({ xml: supportedLocks }),
  [`${dav}resourcetype`]: ({ message }) => ({ xml: message === undefined ? '<a:collection/>' : '' }),
  [`${dav}uid`]: ({ message, folder }) => (message ?? folder).id.toString(16).padStart(12, '0'),
  [`${dav}id`]: ({ message, folder }) => (message ?? folder).id.toString(16).padStart(12, '0'),
  [`${dav}getetag`]: etagOf,
  [`${dav}contentclass`]: contentClassOf,
  [`${dav}creationdate`]: ({ message, folder }) => dateFromFiletime(message?.deliveredAt ?? folder.createdAt),
  [`${dav}getlastmodified`]: ({ message, folder }) => dateFromFiletime((message ?? folder).modifiedAt),
  [`${dav}getcontenttype`]: ({ message }) => (message ? 'message/rfc822' : 'application/octet-stream'),
  [`${dav}getcontentlength`]: ofMessage(
    async (message, _resource, { world }) => (await renderMessage(world.organisation, message)).length,
  ),
  [`${dav}parentname`]: ({ href }) => href.replace(/[^/]+\/?$/, ''),
  [`${dav}hassubs`]: ofFolder((resource) => childFolders(resource) > 0),
  [`${dav}nosubs`]: () => false,
  [`${dav}childcount`]: ofFolder(
    (resource) => childFolders(resource) + resource.mailbox.counts(resource.folder.id).normal,
  ),
  [`${dav}objectcount`]: ofFolder(({ mailbox, folder }) => mailbox.counts(folder.id).normal),
  [`${dav}visiblecount`]: ofFolder(({ mailbox, folder }) => mailbox.counts(folder.id).normal),
  [`${httpmail}unreadcount`]: ofFolder(({ mailbox, folder }) => mailbox.counts(folder.id).unread),
  [`${httpmail}read`]: ofMessage(({ read }) => read),
  [`${httpmail}subject`]: tagged(pidTag.subject),
  [`${httpmail}normalizedsubject`]: tagged(pidTag.normalizedSubject),
  [`${httpmail}thread-topic`]: tagged(pidTag.conversationTopic),
  [`${httpmail}fromname`]: tagged(pidTag.sentRepresentingName),
  [`${httpmail}fromemail`]: tagged(pidTag.sentRepresentingEmailAddress),
  [`${httpmail}sendername`]: tagged(pidTag.senderName),
  [`${httpmail}displayto`]: tagged(pidTag.displayTo),
  [`${httpmail}displaycc`]: tagged(pidTag.displayCc),
  [`${httpmail}to`]: tagged(pidTag.displayTo),
  [`${httpmail}cc`]: tagged(pidTag.displayCc),
  [`${httpmail}date`]: tagged(pidTag.clientSubmitTime),
  [`${httpmail}datereceived`]: ofMessage(({ deliveredAt }) => dateFromFiletime(deliveredAt)),
  [`${httpmail}importance`]: tagged(pidTag.importance),
  [`${httpmail}priority`]: tagged(pidTag.priority),
  [`${httpmail}hasattachment`]: tagged(pidTag.hasAttachments),
  [`${httpmail}textdescription`]: tagged(pidTag.body),
  [`${httpmail}htmldescription`]: tagged(pidTag.html),
  [`${httpmail}msgfolderroot`]: ofFolder(({ mailbox }, context) => mailboxUrl(context, mailbox)),
  ...Object.fromEntries(
    (['inbox', 'outbox', 'drafts', 'calendar', 'contacts', 'tasks', 'notes', 'journal'] as const).map((name) => [
      httpmail + name,
      specialFolder(name),
    ]),
  ),
  [`${httpmail}sentitems`]: specialFolder('sentItems'),
  [`${httpmail}deleteditems`]: specialFolder('deletedItems'),
  [`${mailheader}subject`]: tagged(pidTag.subject),
  [`${mailheader}message-id`]: tagged(pidTag.internetMessageId),
  [`${mailheader}references`]: tagged(pidTag.internetReferences),
  [`${mailheader}in-reply-to`]: tagged(pidTag.inReplyToId),
  [`${exchange}outlookmessageclass`]: ofMessage((_message, resource) => taggedValue(resource, pidTag.messageClass)),
  [`${exchange}outlookfolderclass`]: ofFolder(({ folder }) => folder.containerClass || 'IPF.Note'),
  [`${exchange}permanenturl`]: (resource, context) => permanentUrl(context, resource),
  [`${exchange}keywords-utf8`]: ofMessage((_message, resource) => keywordsOf(resource)),
  [`${repl}repl-uid`]: ({ message, folder }) => `rid:${(message ?? folder).id.toString(16).padStart(44, '0')}`,
  [`${repl}resourcetag`]: (resource) => `rt:${etagOf(resource).slice(1, -1)}`,
  [`${repl}contenttag`]: ofFolder(({ mailbox }) => `ct:${mailbox.lastChangeNumber.toString(16)}`),
};

/** What a client is given that asks for all of a resource. */
export const allProperties: readonly DavName[] = Object.keys(readers).map((name) => {
  const namespace = Object.values(namespaces).find((one) => name.startsWith(one))!;
  return { namespace, name: name.slice(namespace.length) };
});

export async function readProperty(
  resource: DavResource,
  name: DavName,
  context: DavContext,
): Promise<DavValue | undefined> {
  const reader = Object.hasOwn(readers, fullName(name)) ? readers[fullName(name)]! : undefined;
  return reader === undefined ? mapiProperty(resource, name) : reader(resource, context);
}

/** A property of an appointment or a contact, or one by its tag (`…/proptag/x0037001f`), or by its set and number or name. */
function mapiProperty(resource: DavResource, { namespace, name }: DavName): DavValue | undefined {
  const key = mapiKey({ namespace, name });
  return key === undefined ? undefined : valueOf(storedIn(resource).find((property) => keyOf(property) === key));
}

const keyOf = ({ tag, name }: Pick<StoredProperty, 'tag' | 'name'>): string =>
  name === undefined ? tagKey(tag) : propertyNameKey(name);

function mapiKey({ namespace, name }: DavName): string | undefined {
  const known = itemKeys.get(namespace + name);
  if (known !== undefined) return known;
  if (namespace === namespaces.proptag) return /^x?(?:0x)?([0-9a-f]{4})[0-9a-f]{4}$/i.exec(name)?.[1]!.toLowerCase();
  const set = /^http:\/\/schemas\.microsoft\.com\/mapi\/(id|string)\/\{([0-9a-f-]{36})\}\/$/i.exec(namespace);
  if (set === null) return undefined;
  const guid = set[2]!.toLowerCase();
  if (set[1] === 'string') return propertyNameKey({ set: guid, name });
  const number = /^0x([0-9a-f]{1,8})$/i.exec(name)?.[1];
  return number === undefined ? undefined : propertyNameKey({ set: guid, lid: Number.parseInt(number, 16) });
}

/** The properties that a resource is stored with, and those that the store computes. */
function storedIn({ message, folder }: DavResource): readonly StoredProperty[] {
  if (message === undefined) return folder.properties;
  const content = message.content();
  const identity = [
    { tag: pidTag.internetArticleNumber, value: message.id },
    { tag: urlNameTag, value: urlNameOf(message) },
  ];
  return [...content.properties, ...computedProperties(message, content), ...identity];
}

function valueOf(property: StoredProperty | undefined): DavValue | undefined {
  if (property === undefined) return undefined;
  const { tag } = property;
  const value = isStreamed(property) ? property.stream.read(0, property.stream.size) : property.value;
  const type = tag & 0xffff;
  if (type === propertyType.time && typeof value === 'bigint') return dateFromFiletime(value);
  if (type === propertyType.unicode && value instanceof Uint8Array) return Buffer.from(value).toString('utf16le');
  if (tag === pidTag.html && value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  return Array.isArray(value) ? value.map(String) : (value as DavValue);
}

function keywordsOf(resource: DavResource): DavValue | undefined {
  const named = { namespace: `${namespaces.propString}{00020329-0000-0000-c000-000000000046}/`, name: 'Keywords' };
  return mapiProperty(resource, named);
}
