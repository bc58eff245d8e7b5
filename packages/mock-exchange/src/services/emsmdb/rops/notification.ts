import type { ShortId } from '@cutover/wire/ics';
import { pidTag } from '@cutover/wire/properties';
import {
  type Notification,
  notificationType,
  type NotifiedObject,
  notify,
  type RopRequestOf,
  rops,
} from '@cutover/wire/rop';
import type { ChangedObject, MailboxChange } from '../../../store/mailbox-change.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import { idOf, ownReplica } from '../objects/ids.ts';
import { textOf } from '../objects/message-properties.ts';
import { defineHandler, objectOf } from '../rop-handler.ts';

type Wanted = RopRequestOf<typeof rops.registerNotification>['subscription'];

const counterOf = ({ replicaId, counter }: ShortId): number | undefined =>
  replicaId === ownReplica && counter !== 0 ? counter : undefined;

/** Whether a subscription is about the object: the mailbox, the message itself, or the folder with what is directly in it. */
function isAbout({ object: wanted }: Wanted, { folderId, messageId, subfolderId }: ChangedObject): boolean {
  if (wanted === undefined) return true;
  const message = counterOf(wanted.messageId);
  if (message !== undefined) return message === messageId;
  const folder = counterOf(wanted.folderId);
  return folder === folderId || folder === subfolderId;
}

const isWanted = (wanted: Wanted, change: MailboxChange): boolean =>
  (wanted.types & notificationType[change.kind]) !== 0 &&
  (isAbout(wanted, change.object) || ('from' in change && isAbout(wanted, change.from)));

const placeOf = ({ folderId, messageId, subfolderId }: ChangedObject): NotifiedObject & { parentId?: ShortId } =>
  messageId === undefined
    ? { folderId: idOf(subfolderId ?? folderId), parentId: idOf(folderId) }
    : { folderId: idOf(folderId), messageId: idOf(messageId) };

function mailOf(
  mailbox: Mailbox,
  { messageId = 0 }: ChangedObject,
): Pick<Notification, 'messageFlags' | 'messageClass'> {
  const properties = mailbox.message(messageId)?.content().properties ?? [];
  return { messageFlags: 0, messageClass: textOf(properties, pidTag.messageClass) ?? 'IPM.Note' };
}

/** Changed properties of a message whose read mark alone changed. */
const readMark = [pidTag.messageFlags];

/** Changes of a folder that are told without the one above. */
const withoutParent: ReadonlySet<MailboxChange['kind']> = new Set(['modified', 'newMail', 'searchComplete']);

/** A change as the wire tells it. [MS-OXCNOTIF] 2.2.1.4.1.2 */
function notificationOf(mailbox: Mailbox, change: MailboxChange): Notification {
  const type = notificationType[change.kind];
  const { parentId, ...object } = placeOf(change.object);
  const isPlaced = !withoutParent.has(change.kind) && parentId !== undefined;
  return {
    type,
    object,
    ...(isPlaced && { parentId }),
    ...('from' in change && { old: placeOf(change.from) }),
    ...(change.kind === 'modified' && change.readOnly === true && { tags: readMark }),
    ...(change.kind === 'newMail' && mailOf(mailbox, change.object)),
  };
}

/** What happens from now on is told behind the answers of later calls. [MS-OXCNOTIF] 3.1.4.3 */
const registerNotification = defineHandler(rops.registerNotification, (call, { logonId, subscription }) => {
  const { logon } = objectOf(call, 'logon');
  const { mailbox } = logon;
  const { notifications } = call.session;
  let handle = 0;
  const close = mailbox.watch((change) => {
    if (!isWanted(subscription, change)) return;
    const notification = notificationOf(mailbox, change);
    notifications.add(notify.encode({ ropId: 0x2a, handle, logonId, notification }));
  });
  handle = call.open({ kind: 'subscription', logon, close });
  return {};
});

export const notificationHandlers = [registerNotification];
