import type { MessageContent, StoredProperty } from '@cutover/content';
import { type EncodedProperty, type FastTransferPart, marker } from '@cutover/wire/fasttransfer';
import { IdSet, syncTag } from '@cutover/wire/ics';
import { pidTag, propertyTag, propertyType } from '@cutover/wire/properties';
import { errorCode, type Restriction, sendOption, syncExtraFlag, syncFlag } from '@cutover/wire/rop';
import type { FolderSnapshot } from '../../../store/mailbox.ts';
import { computedProperties, messageSize } from '../../../store/message-properties.ts';
import type { Message } from '../../../store/message.ts';
import { fulfils } from '../objects/fulfils.ts';
import { messageBag } from '../objects/message-bag.ts';
import type { ContentReader } from '../objects/content-reader.ts';
import { idValue, keyOf } from '../objects/ids.ts';
import { messageKeys } from '../objects/message-properties.ts';
import type { NamedProperties } from '../named-properties.ts';
import { messageParts } from './message-parts.ts';
import { everything } from './property-filter.ts';
import { stateParts, StateUpload, type SyncState } from './sync-state.ts';
import { deletionParts, idsetProperty, seenUpTo, type Sync, type SyncOptions } from './sync.ts';

export interface ContentsSyncOptions extends SyncOptions {
  readonly restriction: Restriction | undefined;
  readonly names: NamedProperties;
  readonly codePage: number;
  readonly read: ContentReader;
}

/** What of a folder goes over: found when the first piece is asked for. */
interface Plan {
  readonly snapshot: FolderSnapshot;
  readonly changed: readonly Message[];
  readonly read: IdSet;
  readonly unread: IdSet;
  /** Change numbers of the read states told. */
  readonly readChanges: IdSet;
  readonly deleted: IdSet;
  readonly outOfScope: IdSet;
}

/** A change is told in the header, so these are not told again in the content. [MS-OXCFXICS] 2.2.4.3.11 */
const inHeader: ReadonlySet<number> = new Set([
  pidTag.sourceKey,
  pidTag.changeKey,
  pidTag.predecessorChangeList,
  pidTag.lastModificationTime,
]);

/** Messages of a folder that changed, those that are gone, and those read since. [MS-OXCFXICS] 2.2.4.3.6 */
export class ContentsSync implements Sync {
  readonly kind = 'contents';
  readonly upload: StateUpload;
  readonly #options: ContentsSyncOptions;
  readonly #sent = new IdSet();
  readonly #seen = new IdSet();
  readonly #seenFai = new IdSet();
  readonly #seenRead = new IdSet();
  /** Messages that could not be read: they stay unseen, and so come again. */
  readonly #failed: Message[] = [];
  #gone = new IdSet();

  constructor(options: ContentsSyncOptions) {
    this.#options = options;
    this.upload = new StateUpload(options.mailbox.replicaGuid);
  }

  *parts(): Generator<FastTransferPart> {
    const plan = this.#plan();
    if (this.#asked(syncFlag.progress)) yield* this.#progressTotal(plan.changed);
    for (const message of plan.changed) yield* this.#change(message);
    yield* this.#deletions(plan);
    yield* this.#readStates(plan);
    const { replicaGuid } = this.#options.mailbox;
    yield* stateParts(this.#finalState(plan.snapshot.lastChangeNumber), { replicaGuid, kind: this.kind });
    yield marker.incrSyncEnd;
  }

  checkpoint(): SyncState {
    const { idsetGiven, cnsetSeen, cnsetSeenFai, cnsetRead } = this.upload.state;
    return {
      idsetGiven: idsetGiven.union(this.#sent).without(this.#gone),
      cnsetSeen: cnsetSeen.union(this.#seen),
      cnsetSeenFai: cnsetSeenFai.union(this.#seenFai),
      cnsetRead: cnsetRead.union(this.#seenRead),
    };
  }

  #asked(flag: number): boolean {
    return (this.#options.syncFlags & flag) !== 0;
  }

  #plan(): Plan {
    const { mailbox, folderId } = this.#options;
    const snapshot = mailbox.snapshot(folderId);
    const [inScope, outOfScope] = this.#scope(snapshot.messages);
    const changed = inScope.filter((message) => this.#isChanged(message));
    const { idsetGiven } = this.upload.state;
    const here = IdSet.ofIds(snapshot.messages.map(({ id }) => id));
    return {
      snapshot,
      changed: this.#ordered(changed),
      ...this.#readPlan(inScope, new Set(changed)),
      deleted: this.#asked(syncFlag.noDeletions) ? new IdSet() : idsetGiven.without(here),
      outOfScope: this.#tellsScope() ? idsetGiven.intersect(IdSet.ofIds(outOfScope.map(({ id }) => id))) : new IdSet(),
    };
  }

  #tellsScope(): boolean {
    return !this.#asked(syncFlag.noDeletions) && !this.#asked(syncFlag.ignoreNoLongerInScope);
  }

  #scope(messages: readonly Message[]): [Message[], Message[]] {
    const { restriction, mailbox, names, codePage } = this.#options;
    if (restriction === undefined) return [[...messages], []];
    const scope: [Message[], Message[]] = [[], []];
    for (const message of messages) {
      const inScope = fulfils(restriction, messageBag(mailbox, message), { names, codePage });
      scope[inScope ? 0 : 1].push(message);
    }
    return scope;
  }

  /** A change that the client has not seen, or a message that it should have and has not. */
  #isChanged({ associated, changeNumber, id }: Message): boolean {
    const { idsetGiven, cnsetSeen, cnsetSeenFai } = this.upload.state;
    if (!this.#asked(associated ? syncFlag.fai : syncFlag.normal)) return false;
    return !(associated ? cnsetSeenFai : cnsetSeen).has(changeNumber) || !idsetGiven.has(id);
  }

  #readPlan(
    messages: readonly Message[],
    changed: ReadonlySet<Message>,
  ): Pick<Plan, 'read' | 'unread' | 'readChanges'> {
    const plan = { read: new IdSet(), unread: new IdSet(), readChanges: new IdSet() };
    if (!this.#asked(syncFlag.readState)) return plan;
    const { idsetGiven, cnsetRead } = this.upload.state;
    for (const message of messages) {
      if (message.associated || changed.has(message) || !idsetGiven.has(message.id)) continue;
      if (cnsetRead.has(message.readChangeNumber)) continue;
      (message.read ? plan.read : plan.unread).add(message.id);
      plan.readChanges.add(message.readChangeNumber);
    }
    return plan;
  }

  #ordered(messages: Message[]): Message[] {
    if ((this.#options.extraFlags & syncExtraFlag.orderByDeliveryTime) === 0) return messages;
    return messages.toSorted((left, right) => Number(right.deliveredAt - left.deliveredAt));
  }

  *#change(message: Message): Generator<FastTransferPart> {
    let content: MessageContent;
    try {
      content = this.#options.read(message);
    } catch (error) {
      if ((this.#options.sendOptions & sendOption.recoverMode) === 0) throw error;
      this.#failed.push(message);
      yield* this.#errorInfo(message);
      return;
    }
    const size = messageSize(content);
    if (this.#asked(syncFlag.progress)) yield* progressOf(message, size);
    yield* this.#changeOf(message, content, size);
    this.#sent.add(message.id);
    (message.associated ? this.#seenFai : this.#seen).add(message.changeNumber);
    if (this.#asked(syncFlag.readState)) this.#seenRead.add(message.readChangeNumber);
  }

  *#changeOf(message: Message, content: MessageContent, size: number): Generator<FastTransferPart> {
    const { encoder, filter } = this.#options;
    const computed = computedProperties(message, content);
    yield marker.incrSyncChg;
    yield* encoder.encodeAll(this.#header(message, size));
    yield marker.incrSyncMessage;
    const properties = [...content.properties, ...computed].filter(({ tag }) => !inHeader.has(tag));
    const ignoreFilter = message.associated && this.#asked(syncFlag.ignoreSpecifiedOnFai);
    yield* messageParts(
      { ...content, properties },
      { encoder, filter: ignoreFilter ? everything : filter, announce: true },
    );
  }

  /** messageChangeHeader: five properties in this order, then those asked for. */
  #header(message: Message, size: number): StoredProperty[] {
    const { mailbox, extraFlags } = this.#options;
    const header: StoredProperty[] = [
      ...messageKeys(mailbox, message),
      { tag: pidTag.associated, value: message.associated },
    ];
    if ((extraFlags & syncExtraFlag.eid) !== 0) header.push({ tag: pidTag.mid, value: idValue(message.id) });
    if ((extraFlags & syncExtraFlag.messageSize) !== 0) {
      header.push({ tag: pidTag.messageSize, value: size });
    }
    if ((extraFlags & syncExtraFlag.changeNumber) !== 0) {
      header.push({ tag: pidTag.changeNumber, value: idValue(message.changeNumber) });
    }
    return header;
  }

  *#deletions({ deleted, outOfScope }: Plan): Generator<FastTransferPart> {
    yield* deletionParts([
      ...idsetProperty(syncTag.idsetDeleted, deleted),
      ...idsetProperty(syncTag.idsetNoLongerInScope, outOfScope),
    ]);
    this.#gone = deleted.union(outOfScope);
  }

  *#readStates({ read, unread, readChanges }: Plan): Generator<FastTransferPart> {
    if (read.isEmpty && unread.isEmpty) return;
    yield marker.incrSyncRead;
    yield* idsetProperty(syncTag.idsetRead, read);
    yield* idsetProperty(syncTag.idsetUnread, unread);
    for (const { first, last } of readChanges.ranges) this.#seenRead.add(first, last);
  }

  /** Sets of change numbers go up to the last one given, as nothing later can fall below it; but not of what was not sent. */
  #finalState(last: number): SyncState {
    const state = this.checkpoint();
    const failed = (associated: boolean): IdSet =>
      IdSet.ofIds(this.#failed.filter((one) => one.associated === associated).map(({ changeNumber }) => changeNumber));
    if (this.#asked(syncFlag.normal)) state.cnsetSeen = seenUpTo(state.cnsetSeen, last).without(failed(false));
    if (this.#asked(syncFlag.fai)) state.cnsetSeenFai = seenUpTo(state.cnsetSeenFai, last).without(failed(true));
    if (this.#asked(syncFlag.readState)) state.cnsetRead = seenUpTo(state.cnsetRead, last);
    return state;
  }

  /** errorInfo: which message of which folder could not be read. [MS-OXCFXICS] 2.2.4.3.4 */
  *#errorInfo({ folderId, id }: Message): Generator<FastTransferPart> {
    const { mailbox } = this.#options;
    const bytes = Buffer.alloc(errorInfoSize);
    bytes.writeUInt32LE(errorCode.error, 4);
    bytes.set(keyOf(mailbox, folderId), 8);
    bytes.set(keyOf(mailbox, id), 32);
    yield marker.fxErrorInfo;
    yield { tag: untagged(propertyType.binary), value: bytes };
  }

  /** How much is to come. [MS-OXCFXICS] 2.2.2.7 */
  *#progressTotal(messages: readonly Message[]): Generator<FastTransferPart> {
    const bytes = Buffer.alloc(progressSize);
    for (const [associated, at] of [
      [true, 4],
      [false, 16],
    ] as const) {
      const some = messages.filter((message) => message.associated === associated);
      const size = some.reduce((sum, message) => sum + messageSize(message.content()), 0);
      bytes.writeUInt32LE(some.length, at);
      bytes.writeBigUInt64LE(BigInt(size), associated ? 8 : 24);
    }
    yield marker.incrSyncProgressMode;
    yield { tag: untagged(propertyType.binary), value: bytes };
  }
}

const errorInfoSize = 88;
const progressSize = 32;

/** A tag that has a type and no id, as the blocks about a stream have. */
const untagged = (type: number): number => propertyTag(0, type);

function* progressOf({ associated }: Message, size: number): Generator<FastTransferPart> {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(size);
  const isFai: EncodedProperty = { tag: untagged(propertyType.bool), value: Uint8Array.of(associated ? 1 : 0, 0) };
  yield marker.incrSyncProgressPerMsg;
  yield { tag: untagged(propertyType.i32), value: bytes };
  yield isFai;
}
