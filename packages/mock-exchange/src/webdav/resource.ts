import { pidTag } from '@cutover/wire/properties';
import { findOwner, openMailbox } from '../mail/open-mailbox.ts';
import { asReadBy } from '../store/as-read-by.ts';
import type { Folder } from '../store/folder.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { Message } from '../store/message.ts';
import type { DavContext } from './dav-context.ts';
import { davFailure } from './dav-failure.ts';
import type { DavResource } from './dav-resource.ts';
import { exchangePath, isPublicPath, publicPath } from './virtual-directories.ts';

/** Where a message stands that keeps its URL wherever it goes. */
export const permanentFolder = '-FlatUrlSpace-';

/** As Exchange writes a slash within a name. */
const encodeName = (name: string): string => encodeURIComponent(name.replaceAll('/', '_xF8FF_')).replaceAll('%40', '@');
const decodeName = (name: string): string => name.replaceAll('_xF8FF_', '/');

const names = new WeakMap<Message, string>();

/** The last part of a message's URL: the name that it was put under, or one made of its subject. */
export function urlNameOf(message: Message): string {
  const known = names.get(message);
  if (known !== undefined) return known;
  const name = readUrlName(message);
  names.set(message, name);
  return name;
}

/** 10F3: the name of a message within its folder. */
export const urlNameTag = 0x10f3001f;

function readUrlName(message: Message): string {
  const { properties } = message.content();
  const textOf = (tag: number): string | undefined => {
    const found = properties.find((property) => property.tag === tag);
    return found !== undefined && 'value' in found && typeof found.value === 'string' ? found.value : undefined;
  };
  const subject = (textOf(pidTag.subject) ?? '').replaceAll(/[\p{C}~%&*{}\\:<>?/|"#+]/gu, '').trim();
  return textOf(urlNameTag) ?? `${subject === '' ? 'No Subject' : subject.slice(0, 100)}-${message.id}.EML`;
}

/** The URL of a mailbox, with a slash at its end. */
export const mailboxUrl = ({ origin, world }: DavContext, mailbox: Mailbox): string => {
  if (mailbox.isPublic) return `${origin}${publicPath}/`;
  const owner = findOwner(world.organisation, mailbox.legacyExchangeDN);
  return `${origin}${exchangePath}/${encodeName(owner?.alias ?? mailbox.displayName)}/`;
};

export function folderUrl(context: DavContext, mailbox: Mailbox, folder: Folder): string {
  if (folder.id === mailbox.wellKnown('ipmSubtree')) return mailboxUrl(context, mailbox);
  const parent = folder.parentId === undefined ? undefined : mailbox.folder(folder.parentId);
  const above = parent === undefined ? mailboxUrl(context, mailbox) : folderUrl(context, mailbox, parent);
  return `${above}${encodeName(folder.name)}/`;
}

export const folderResource = (context: DavContext, mailbox: Mailbox, folder: Folder): DavResource => ({
  mailbox,
  folder,
  message: undefined,
  href: folderUrl(context, mailbox, folder),
});

export const messageResource = (context: DavContext, above: DavResource, message: Message): DavResource => ({
  ...above,
  message,
  href: `${folderUrl(context, above.mailbox, above.folder)}${encodeName(urlNameOf(message))}`,
});

/** The URL under which a resource stays to be found when it is moved within its mailbox. */
export const permanentUrl = (context: DavContext, { mailbox, folder, message }: DavResource): string =>
  `${mailboxUrl(context, mailbox)}${permanentFolder}/${(message ?? folder).id.toString(16)}`;

/** The folder and the name in it that a path leads to; what stands at the path may be there or not. */
export interface DavPlace {
  readonly mailbox: Mailbox;
  readonly parent: Folder;
  /** Empty for the mailbox itself. */
  readonly name: string;
}

/** Takes a path apart: `/exchange/<mailbox>/<folder>/…/<name>` or `/public/<folder>/…/<name>`; 404 without the mailbox, 403 without a right to it, 409 without the folder. */
export function findPlace(context: DavContext, path: string): DavPlace {
  const { mailbox, names: folderNames } = storeAt(context, path);
  const name = folderNames.pop() ?? '';
  let parent = mailbox.folder(mailbox.wellKnown('ipmSubtree'))!;
  for (const folderName of folderNames) {
    const child = childNamed(mailbox, parent, folderName);
    if (child === undefined) throw davFailure(409);
    parent = child;
  }
  return { mailbox, parent, name };
}

/** The store that a path begins with, and the names behind it. */
function storeAt(context: DavContext, path: string): { mailbox: Mailbox; names: string[] } {
  const [, , ...names] = path.replace(/\/$/, '').split('/').map(decodeName);
  if (isPublicPath(path)) return { mailbox: publicFoldersOf(context), names };
  const [who = '', ...rest] = names;
  return { mailbox: mailboxOf(context, who), names: rest };
}

function publicFoldersOf({ world: { organisation, store }, account }: DavContext): Mailbox {
  const folders = store.mailbox(organisation.publicDatabase?.legacyExchangeDN ?? '');
  if (folders === undefined) throw davFailure(404);
  return asReadBy(folders, account);
}

function mailboxOf({ world, account }: DavContext, who: string): Mailbox {
  const owner = findOwner(world.organisation, who);
  if (owner === undefined) throw davFailure(404);
  const mailbox = openMailbox(world, account, owner.legacyExchangeDN);
  if (mailbox === undefined) throw davFailure(403);
  return mailbox;
}

const childNamed = (mailbox: Mailbox, parent: Folder, name: string): Folder | undefined =>
  mailbox.children(parent.id).find((child) => child.name.toLowerCase() === name.toLowerCase());

const permanentPath = new RegExp(`^(${exchangePath}/[^/]+|${publicPath})/${permanentFolder}/([0-9a-f]+)$`, 'i');

/** What stands at a path; undefined where nothing does. */
export function findResource(context: DavContext, path: string): DavResource | undefined {
  const [, top, id] = permanentPath.exec(path) ?? [];
  if (id !== undefined) return findById(context, storeAt(context, top!).mailbox, Number.parseInt(id, 16));
  const place = placeOrNothing(context, path);
  return place && resourceAt(context, place);
}

function placeOrNothing(context: DavContext, path: string): DavPlace | undefined {
  try {
    return findPlace(context, path);
  } catch (error) {
    if ((error as { status?: number }).status === 409) return undefined;
    throw error;
  }
}

export function resourceAt(context: DavContext, { mailbox, parent, name }: DavPlace): DavResource | undefined {
  if (name === '') return folderResource(context, mailbox, parent);
  const folder = childNamed(mailbox, parent, name);
  if (folder !== undefined) return folderResource(context, mailbox, folder);
  const found = mailbox
    .messages(parent.id, { associated: false })
    .find((one) => urlNameOf(one).toLowerCase() === name.toLowerCase());
  return found && messageResource(context, folderResource(context, mailbox, parent), found);
}

function findById(context: DavContext, mailbox: Mailbox, id: number): DavResource | undefined {
  const message = mailbox.message(id);
  const folder = mailbox.folder(message?.folderId ?? id);
  if (folder === undefined) return undefined;
  const above = folderResource(context, mailbox, folder);
  return message === undefined ? above : messageResource(context, above, message);
}

/** The folder itself, its folders and its messages, or all that is below it. */
export function* below(
  context: DavContext,
  { mailbox, folder }: DavResource,
  { deep }: { deep: boolean },
): Generator<DavResource> {
  for (const child of mailbox.children(folder.id)) {
    const resource = folderResource(context, mailbox, child);
    yield resource;
    if (deep) yield* below(context, resource, { deep });
  }
  const above = folderResource(context, mailbox, folder);
  for (const message of mailbox.messages(folder.id, { associated: false }))
    yield messageResource(context, above, message);
}

/** The path of a URL or of a path, decoded; one of another server is refused. */
export function pathOf({ origin }: DavContext, url: string): string {
  const parsed = URL.parse(url, origin);
  if (parsed === null || parsed.host !== new URL(origin).host) throw davFailure(502);
  try {
    return decodeURIComponent(parsed.pathname);
  } catch {
    throw davFailure(400);
  }
}
