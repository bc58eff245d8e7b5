import type { MessageContent, StoredProperty } from '@cutover/content';
import { filetimeFromDate, Reader } from '@cutover/wire';
import { type ShortId, shortId } from '@cutover/wire/ics';
import { pidTag } from '@cutover/wire/properties';
import { errorCode, rops } from '@cutover/wire/rop';
import { findMailboxUser } from '../../../organisation/organisation.ts';
import type { MailboxUser } from '../../../organisation/recipient.ts';
import { deliverMail } from '../../../delivery/deliver-mail.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import type { Message } from '../../../store/message.ts';
import { messageSize } from '../../../store/message-properties.ts';
import { editProperties } from '../../../store/message-record.ts';
import { idOf, ownReplica } from '../objects/ids.ts';
import { textOf } from '../objects/message-properties.ts';
import type { OpenedMessage } from '../objects/opened-message.ts';
import { composeNonDelivery } from '../objects/non-delivery.ts';
import { senderProperties } from '../objects/sender-properties.ts';
import { limits } from '../limits.ts';
import { accessDenied, notFound, RopFailure } from '../rop-failure.ts';
import { defineChange, defineHandler, mailboxOfLogon, objectOf, type RopCall } from '../rop-handler.ts';

const unsent = 0x08;

/** The owner of the mailbox, as whom a message is sent; Full Access and Receive As do not send as others. */
function senderOf(call: RopCall, { legacyExchangeDN }: Mailbox): MailboxUser {
  const own = call.session.account.legacyExchangeDN?.toLowerCase();
  const user = findMailboxUser(call.context.organisation(), legacyExchangeDN);
  if (user === undefined || own !== legacyExchangeDN.toLowerCase()) throw accessDenied();
  return user;
}

const addressOf = (recipient: readonly StoredProperty[]): string | undefined =>
  textOf(recipient, pidTag.smtpAddress) ?? textOf(recipient, pidTag.emailAddress);

function valueOf({ properties }: MessageContent, tag: number): unknown {
  const property = properties.find((one) => one.tag === tag);
  return property !== undefined && 'value' in property ? property.value : undefined;
}

/** The message as its recipients get it, and as the sender keeps it: from somebody, sent at a time. [MS-OXOMSG] 3.2.4.1 */
function sent(content: MessageContent, sender: MailboxUser, submittedAt: bigint): MessageContent {
  const flags = Number(valueOf(content, pidTag.messageFlags) ?? 0) & ~unsent;
  const set = [
    { tag: pidTag.clientSubmitTime, value: submittedAt },
    { tag: pidTag.messageFlags, value: flags },
    ...senderProperties(content, sender),
  ];
  return { ...content, properties: editProperties(content.properties, { set }) };
}

/** Delivers to everybody here; who cannot be reached is told the sender by a report. */
function send(call: RopCall, message: OpenedMessage, sender: MailboxUser): MessageContent {
  const { clock, store } = call.context;
  const organisation = call.context.organisation();
  const now = filetimeFromDate(new Date(clock.now()));
  const content = sent(message.content, sender, now);
  const recipients = content.recipients.flatMap((recipient) => addressOf(recipient) ?? []);
  // Who got a blind copy is nobody else's business.
  const visible = content.recipients.filter(
    (recipient) => valueOf({ ...content, properties: recipient }, pidTag.recipientType) !== 3,
  );
  const mail = { ...content, recipients: visible };
  const { unknown, elsewhere } = deliverMail({ organisation, store }, { content: mail, recipients, deliveredAt: now });
  const failed = [...unknown, ...elsewhere];
  if (failed.length > 0) {
    const report = composeNonDelivery(content, { failed, server: organisation.server.name, at: now });
    deliverMail({ organisation, store }, { content: report, recipients: [sender.legacyExchangeDN], deliveredAt: now });
  }
  return content;
}

/** The folder that the client wants a message to be in once it is sent. [MS-OXOMSG] 2.2.3.10, [MS-OXCDATA] 2.11.1.4 */
function sentFolderOf(content: MessageContent): number | undefined {
  const serverId = valueOf(content, pidTag.sentMailSvrEID);
  if (!(serverId instanceof Uint8Array)) return undefined;
  const reader = new Reader(serverId);
  const isOfThisServer = reader.u8() === 1;
  return isOfThisServer ? shortId.read(reader).counter : undefined;
}

/** What was sent goes where the client wants it, or away; else it stays where it was composed. */
function settle({ mailbox }: OpenedMessage['logon'], messageId: number, content: MessageContent): void {
  if (valueOf(content, pidTag.deleteAfterSubmit) === true) return mailbox.deleteMessage(messageId);
  const message = mailbox.edit(messageId, { content });
  const folderId = sentFolderOf(content) ?? message.folderId;
  const isElsewhere = folderId !== message.folderId && mailbox.folder(folderId) !== undefined;
  const { id } = isElsewhere ? mailbox.moveMessage(messageId, folderId) : message;
  mailbox.markRead(id, { read: true });
}

function submit(call: RopCall): void {
  const message = objectOf(call, 'message');
  const sender = senderOf(call, message.logon.mailbox);
  if (message.content.recipients.length === 0) throw new RopFailure(errorCode.noRecipients);
  if (messageSize(message.content) > limits.submittedKilobytes * 1024) {
    throw new RopFailure(errorCode.maxSubmissionExceeded);
  }
  const id = message.save({ force: true, keep: 'readOnly' });
  if (id === 0) throw new RopFailure(errorCode.notSupported);
  settle(message.logon, id, send(call, message, sender));
}

const submitMessage = defineChange(rops.submitMessage, (call) => {
  submit(call);
  return {};
});

const transportSend = defineChange(rops.transportSend, (call) => {
  submit(call);
  return { noPropertiesReturned: true, values: [] };
});

/** What is submitted is delivered at once, so that there is never anything to take back. [MS-OXOMSG] 2.2.3.2.2 */
const abortSubmit = defineHandler(rops.abortSubmit, (call) => {
  objectOf(call, 'logon');
  throw new RopFailure(errorCode.notInQueue);
});

function requireMessage(call: RopCall, { replicaId, counter }: ShortId): Message {
  const { mailbox } = objectOf(call, 'logon').logon;
  const message = replicaId === ownReplica ? mailbox.message(counter) : undefined;
  if (message === undefined) throw notFound();
  return message;
}

const addressTypes = ['EX', 'SMTP', 'X400', 'MS', 'CCMAIL'];

const getAddressTypes = defineHandler(rops.getAddressTypes, (call) => {
  objectOf(call, 'logon');
  return { count: addressTypes.length, types: addressTypes };
});

const getTransportFolder = defineHandler(rops.getTransportFolder, (call) => ({
  folderId: idOf(mailboxOfLogon(call).wellKnown('outbox')),
}));

/** No address type has options of its own. */
const optionsData = defineHandler(rops.optionsData, (call) => {
  objectOf(call, 'logon');
  return { reserved: 1, optionsInfo: new Uint8Array(), helpFile: new Uint8Array() };
});

/** The client says that it carries mail; here the server does so itself, and nothing ever waits for a spooler. */
const setSpooler = defineHandler(rops.setSpooler, (call) => {
  objectOf(call, 'logon');
  return {};
});

const spoolerLockMessage = defineHandler(rops.spoolerLockMessage, (call, { messageId }) => {
  requireMessage(call, messageId);
  throw new RopFailure(errorCode.notInQueue);
});

/** Tells everybody who watches that a message, put there by the client's own transport, is new mail. [MS-OXOMSG] 3.3.5.6 */
const transportNewMail = defineChange(rops.transportNewMail, (call, { messageId }) => {
  const { mailbox } = objectOf(call, 'logon').logon;
  mailbox.announce(requireMessage(call, messageId).id);
  return {};
});

export const transportHandlers = [
  submitMessage,
  transportSend,
  abortSubmit,
  getAddressTypes,
  getTransportFolder,
  optionsData,
  setSpooler,
  spoolerLockMessage,
  transportNewMail,
];
