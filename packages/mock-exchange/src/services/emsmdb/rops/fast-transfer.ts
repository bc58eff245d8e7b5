import type { FastTransferPart } from '@cutover/wire/fasttransfer';
import { pidTag, type PropertyTag } from '@cutover/wire/properties';
import { copyFolderFlag, rops } from '@cutover/wire/rop';
import type { Mailbox } from '../../../store/mailbox.ts';
import { bagOf } from '../objects/bag-of.ts';
import { contentReader } from '../objects/content-reader.ts';
import { ownReplica } from '../objects/ids.ts';
import type { ServerObject } from '../objects/server-object.ts';
import { Download } from '../transfer/download.ts';
import { folderParts, type MessageForm, messageList, topFolder } from '../transfer/message-list.ts';
import { attachmentParts, messageParts } from '../transfer/message-parts.ts';
import { PropertyEncoder, textFormOf } from '../transfer/property-encoder.ts';
import { allBut, everything, only, type PropertyFilter, withoutSubobjects } from '../transfer/property-filter.ts';
import { notFound, notSupported } from '../rop-failure.ts';
import { defineHandler, objectOf, type RopCall } from '../rop-handler.ts';
import { folderOf } from './folder.ts';

const subobjects: readonly PropertyTag[] = [
  pidTag.messageRecipients,
  pidTag.messageAttachments,
  pidTag.containerContents,
  pidTag.containerHierarchy,
  pidTag.folderAssociatedContents,
];

export const encoderFor = ({ session }: RopCall, sendOptions: number): PropertyEncoder =>
  new PropertyEncoder({ names: session.names, codePage: session.codePage, textForm: textFormOf(sendOptions) });

const formFor = (call: RopCall, { mailbox, sendOptions }: { mailbox: Mailbox; sendOptions: number }): MessageForm => ({
  encoder: encoderFor(call, sendOptions),
  read: contentReader(call, mailbox),
});

function openDownload(call: RopCall, object: ServerObject, parts: () => Iterable<FastTransferPart>): object {
  call.open({ kind: 'download', logon: object.logon, download: new Download(parts) });
  return {};
}

interface Copy extends MessageForm {
  readonly filter: PropertyFilter;
}

/** The root of the stream is what the object is. [MS-OXCFXICS] 3.2.5.8.1 */
function copyOf(object: ServerObject, { encoder, read, filter }: Copy): () => Iterable<FastTransferPart> {
  if (object.kind === 'message') {
    const { own } = object;
    return () => messageParts(own, { encoder, filter, announce: true });
  }
  if (object.kind === 'attachment') return () => attachmentParts(object.attachment, { encoder, filter });
  if (object.kind !== 'folder') throw notSupported();
  return () => folderParts(folderOf(object), { mailbox: object.logon.mailbox, encoder, read, filter, announce: true });
}

function copy(call: RopCall, how: { level: number; sendOptions: number; filter: PropertyFilter }): object {
  const object = objectOf(call, 'folder', 'message', 'attachment');
  bagOf(object);
  const flat = how.level !== 0 && object.kind !== 'attachment';
  const filter = flat ? withoutSubobjects(how.filter, subobjects) : how.filter;
  const form = formFor(call, { mailbox: object.logon.mailbox, sendOptions: how.sendOptions });
  return openDownload(call, object, copyOf(object, { ...form, filter }));
}

const copyTo = defineHandler(rops.fastTransferSourceCopyTo, (call, { level, sendOptions, tags }) =>
  copy(call, { level, sendOptions, filter: allBut(tags) }),
);

const copyProperties = defineHandler(rops.fastTransferSourceCopyProperties, (call, { level, sendOptions, tags }) =>
  copy(call, { level, sendOptions, filter: only(tags) }),
);

const copyMessages = defineHandler(rops.fastTransferSourceCopyMessages, (call, { messageIds, sendOptions }) => {
  const object = objectOf(call, 'folder');
  const folder = folderOf(object);
  const { mailbox } = object.logon;
  const messages = messageIds.map(({ replicaId, counter }) => {
    const message = replicaId === ownReplica ? mailbox.message(counter) : undefined;
    if (message === undefined || message.folderId !== folder.id) throw notFound();
    return message;
  });
  return openDownload(call, object, () => messageList(messages, formFor(call, { mailbox, sendOptions })));
});

/** What is moved takes along what is below it. [MS-OXCFXICS] 3.2.5.8.1.4 */
const withSubfolders = copyFolderFlag.copySubfolders | copyFolderFlag.move;

const copyFolder = defineHandler(rops.fastTransferSourceCopyFolder, (call, { copyFlags, sendOptions }) => {
  const object = objectOf(call, 'folder');
  const folder = folderOf(object);
  const { mailbox } = object.logon;
  const filter = (copyFlags & withSubfolders) === 0 ? allBut([pidTag.containerHierarchy]) : everything;
  return openDownload(call, object, () =>
    topFolder(folder, { mailbox, ...formFor(call, { mailbox, sendOptions }), filter, announce: false }),
  );
});

export const fastTransferHandlers = [copyTo, copyProperties, copyMessages, copyFolder];
