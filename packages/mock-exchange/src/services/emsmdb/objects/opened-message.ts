import { type AttachmentContent, isStreamed, type MessageContent, type StoredProperty } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';
import { errorCode } from '@cutover/wire/rop';
import type { Lineage } from '../../../store/lineage.ts';
import type { MessageEdit } from '../../../store/mailbox.ts';
import { editContent } from '../../../store/message-record.ts';
import { computedProperties } from '../../../store/message-properties.ts';
import type { Message } from '../../../store/message.ts';
import { RopFailure } from '../rop-failure.ts';
import { displayNames } from './display-names.ts';
import { attachmentProperties, messageProperties, unsavedProperties } from './message-properties.ts';
import { PropertyBag } from './property-bag.ts';
import type { Logon } from './logon.ts';

/** A change of an object as a client uploads it. [MS-OXCFXICS] 2.2.3.2.4.2.1 */
export interface UploadedChange {
  readonly id: number;
  /** FILETIME. */
  readonly modifiedAt: bigint;
  readonly lineage: Lineage;
}

/** Where a message comes from, and so where its changes go. */
export type MessageOrigin =
  | { readonly kind: 'stored'; readonly message: Message; readonly content: MessageContent }
  | { readonly kind: 'new'; readonly folderId: number; readonly associated: boolean }
  | {
      readonly kind: 'uploaded';
      readonly folderId: number;
      readonly associated: boolean;
      readonly change: UploadedChange;
      /** As it is here, if it is. */
      readonly here: Message | undefined;
      readonly saved: (message: Message) => void;
    }
  | { readonly kind: 'embedded'; readonly attachment: OpenedAttachment; readonly content: MessageContent };

type Recipients = Map<number, readonly StoredProperty[]>;

const read = 0x01;
const unsent = 0x08;

/** 0FF7 of what was opened to be read. [MS-OXCPRPT] 2.2.1.2 */
const readOnlyLevel = 0;

/** What a new message has before anything is set. [MS-OXCMSG] 3.2.5.2 */
const initialProperties: readonly StoredProperty[] = [
  { tag: pidTag.messageClass, value: 'IPM.Note' },
  { tag: pidTag.importance, value: 1 },
  { tag: pidTag.sensitivity, value: 0 },
  { tag: pidTag.messageFlags, value: read | unsent },
];

const nothing = { recipients: [], attachments: [] };

/** What a message is before anything is set; an uploaded one gets all its properties, and has a class in any case. */
const emptyContents: Readonly<Record<'new' | 'uploaded', MessageContent>> = {
  new: { ...nothing, properties: initialProperties },
  uploaded: { ...nothing, properties: [{ tag: pidTag.messageClass, value: 'IPM.Note' }] },
};

/** A message behind a handle: what was stored, and what the client has changed since; the store sees it when it is saved. */
export class OpenedMessage {
  readonly kind = 'message';
  readonly logon: Logon;
  #origin: MessageOrigin;
  #content: MessageContent;
  #bag: PropertyBag | undefined;
  /** Recipients by row id, which stay what they are until the message is saved. */
  #recipients: Recipients;
  /** Attachments by number, with gaps where one was deleted or is not saved yet. */
  #attachments: (AttachmentContent | undefined)[];
  #isReadOnly: boolean;

  constructor(logon: Logon, origin: MessageOrigin, { isReadOnly = false }: { isReadOnly?: boolean } = {}) {
    this.logon = logon;
    this.#origin = origin;
    this.#content = 'content' in origin ? origin.content : emptyContents[origin.kind];
    this.#recipients = new Map(this.#content.recipients.entries());
    this.#attachments = [...this.#content.attachments];
    this.#isReadOnly = isReadOnly;
  }

  get isReadOnly(): boolean {
    return this.#isReadOnly;
  }

  /** As the store has it; absent for a new or an embedded one. */
  get message(): Message | undefined {
    return this.#origin.kind === 'stored' ? this.#origin.message : undefined;
  }

  /** Where it is, or is to be; absent for an embedded one. */
  get folderId(): number | undefined {
    const origin = this.#origin;
    if (origin.kind === 'embedded') return undefined;
    return origin.kind === 'stored' ? origin.message.folderId : origin.folderId;
  }

  get content(): MessageContent {
    return this.#content;
  }

  /** Whether it lies in an attachment of the other one, at whatever depth. */
  isWithin(other: OpenedMessage): boolean {
    const parent = this.#origin.kind === 'embedded' ? this.#origin.attachment.parent : undefined;
    return parent !== undefined && (parent === other || parent.isWithin(other));
  }

  /** Everything that can be asked of it. */
  get bag(): PropertyBag {
    this.#bag ??= new PropertyBag(this.#properties());
    return this.#bag;
  }

  /** What a copy takes along: not what every message has anyway. */
  get own(): MessageContent {
    const { message } = this;
    const computed = message === undefined ? [] : computedProperties(message, this.#content);
    return { ...this.#content, properties: new PropertyBag([...this.#content.properties, ...computed]).unique() };
  }

  /** Attachments by number. */
  get attachments(): readonly (AttachmentContent | undefined)[] {
    return this.#attachments;
  }

  edit(edit: Pick<MessageEdit, 'set' | 'remove'>): void {
    this.#assertWritable();
    this.#content = editContent(this.#content, edit);
    this.#bag = undefined;
  }

  /** Adds, replaces or, without properties, removes recipients by row id. */
  editRecipients(changes: Iterable<readonly [rowId: number, properties: readonly StoredProperty[] | undefined]>): void {
    this.#assertWritable();
    for (const [rowId, properties] of changes) {
      if (properties === undefined) this.#recipients.delete(rowId);
      else this.#recipients.set(rowId, properties);
    }
    this.#rebuild();
  }

  removeRecipients(): void {
    this.#assertWritable();
    this.#recipients.clear();
    this.#rebuild();
  }

  /** The number of a new attachment. */
  reserveAttachment(): number {
    this.#assertWritable();
    return this.#attachments.push(undefined) - 1;
  }

  putAttachment(number: number, attachment: AttachmentContent | undefined): void {
    this.#assertWritable();
    this.#attachments[number] = attachment;
    this.#rebuild();
  }

  /** Makes the store have it as it is now; gives the id, 0 for an embedded one. */
  save({ force, keep }: { force: boolean; keep: 'open' | 'readOnly' }): number {
    this.#assertWritable();
    const id = this.#store(force);
    this.#isReadOnly = keep === 'readOnly';
    this.#bag = undefined;
    return id;
  }

  /** Gives up what is not saved. */
  reload(): void {
    const { message } = this;
    if (message === undefined) return;
    const current = this.logon.mailbox.message(message.id);
    if (current === undefined) throw new RopFailure(errorCode.objectDeleted);
    this.#adopt(current);
  }

  #store(force: boolean): number {
    const { mailbox } = this.logon;
    const origin = this.#origin;
    if (origin.kind === 'embedded') {
      origin.attachment.putEmbedded(this.#content);
      return 0;
    }
    // The store keeps the time of delivery itself.
    const content = editContent(this.#content, { remove: [{ tag: pidTag.messageDeliveryTime }] });
    const deliveredAt = this.#deliveredAt();
    if (origin.kind === 'new') {
      const { folderId, associated } = origin;
      const message = mailbox.deliver(folderId, { content, associated, read: this.#isRead(), ...deliveredAt });
      this.#adopt(message);
      return message.id;
    }
    if (origin.kind === 'uploaded') return this.#upload(origin, { content, ...deliveredAt });
    this.#assertUnchanged(origin.message, force);
    this.#adopt(mailbox.edit(origin.message.id, { content, ...deliveredAt }));
    return origin.message.id;
  }

  #upload(
    { folderId, associated, change, here, saved }: Extract<MessageOrigin, { kind: 'uploaded' }>,
    uploaded: { readonly content: MessageContent; readonly deliveredAt?: bigint },
  ): number {
    const { mailbox } = this.logon;
    if (here !== undefined) this.#assertUnchanged(here, false);
    const message =
      here === undefined
        ? mailbox.deliver(folderId, { ...uploaded, ...change, associated, read: this.#isRead() })
        : mailbox.edit(here.id, { ...uploaded, ...change });
    saved(message);
    this.#adopt(message);
    return message.id;
  }

  #assertUnchanged({ id, changeNumber }: Message, force: boolean): void {
    const current = this.logon.mailbox.message(id);
    if (current === undefined) throw new RopFailure(errorCode.objectDeleted);
    if (!force && current.changeNumber !== changeNumber) throw new RopFailure(errorCode.objectModified);
  }

  #adopt(message: Message): void {
    const content = message.content();
    this.#origin = { kind: 'stored', message, content };
    this.#content = content;
    this.#recipients = new Map(content.recipients.entries());
    this.#attachments = [...content.attachments];
    this.#bag = undefined;
  }

  #valueOf(tag: number): unknown {
    const property = this.#content.properties.find((one) => one.name === undefined && one.tag === tag);
    return property === undefined || isStreamed(property) ? undefined : property.value;
  }

  #isRead(): boolean {
    return (Number(this.#valueOf(pidTag.messageFlags) ?? 0) & read) !== 0;
  }

  #deliveredAt(): { deliveredAt?: bigint } {
    const value = this.#valueOf(pidTag.messageDeliveryTime);
    return typeof value === 'bigint' ? { deliveredAt: value } : {};
  }

  #rebuild(): void {
    const recipients = [...this.#recipients]
      .toSorted(([one], [other]) => one - other)
      .map(([, properties]) => properties);
    const attachments = this.#attachments.filter((attachment) => attachment !== undefined);
    this.#content = editContent(this.#content, { set: displayNames(recipients), recipients, attachments });
    this.#bag = undefined;
  }

  #properties(): readonly StoredProperty[] {
    const { message } = this;
    const properties =
      message === undefined
        ? unsavedProperties(this.#content)
        : messageProperties(this.logon.mailbox, message, this.#content);
    return this.#isReadOnly ? [...properties, { tag: pidTag.accessLevel, value: readOnlyLevel }] : properties;
  }

  #assertWritable(): void {
    if (this.#isReadOnly) throw new RopFailure(errorCode.accessDenied);
  }
}

/** An attachment behind a handle; the message sees it when it is saved. */
export class OpenedAttachment {
  readonly kind = 'attachment';
  readonly logon: Logon;
  readonly number: number;
  readonly parent: OpenedMessage;
  #attachment: AttachmentContent;
  #bag: PropertyBag | undefined;

  constructor(parent: OpenedMessage, number: number, attachment: AttachmentContent) {
    this.logon = parent.logon;
    this.number = number;
    this.parent = parent;
    this.#attachment = attachment;
  }

  get attachment(): AttachmentContent {
    return this.#attachment;
  }

  get bag(): PropertyBag {
    this.#bag ??= new PropertyBag(attachmentProperties(this.#attachment, this.number));
    return this.#bag;
  }

  edit(edit: Pick<MessageEdit, 'set' | 'remove'>): void {
    const { properties } = editContent({ ...this.#attachment, recipients: [], attachments: [] }, edit);
    this.#attachment = { ...this.#attachment, properties };
    this.#bag = undefined;
  }

  putEmbedded(embedded: MessageContent): void {
    this.#attachment = { ...this.#attachment, embedded };
    this.#bag = undefined;
  }

  save(): void {
    this.parent.putAttachment(this.number, this.#attachment);
  }
}
