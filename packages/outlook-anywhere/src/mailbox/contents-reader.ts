import type { SdkError } from '@cutover/base';
import { dateFromFiletime } from '@cutover/wire';
import { type Marker, marker, markerName } from '@cutover/wire/fasttransfer';
import { idSetsByReplicaId, shortId, stateTag, syncTag } from '@cutover/wire/ics';
import { pidTag } from '@cutover/wire/properties';
import { errors } from '../errors.ts';
import type { ContentsChange, FailedItem, ItemChange, ItemHeader } from './contents-sync.ts';
import { type ErrorInfo, readErrorInfo } from './error-info.ts';
import { type ObjectIdRange, objectIdOfShort, rangesOf, type Replicas } from './object-id.ts';
import type { StateTracker } from './state-tracker.ts';
import { encodeSyncState, type SyncState } from './sync-state.ts';
import type { RawValues, SyncStream } from './sync-stream.ts';

/** What a step of the grammar gives: a change to hand over, `undefined` to go on, or the end. */
type Step = ContentsChange | undefined | 'end';

const nothing = new Uint8Array();

/** Reads a contentsSync stream change by change. [MS-OXCFXICS] 2.2.4.3.6 */
export class ContentsReader {
  readonly #stream: SyncStream;
  readonly #replicas: Replicas;
  readonly #tracker: StateTracker;
  /** The item whose content stands next in the stream. */
  #item: ItemHeader | undefined;
  /** A failure that was met while the item before it was read. */
  #failure: FailedItem | undefined;
  #state: SyncState | undefined;

  constructor(stream: SyncStream, replicas: Replicas, tracker: StateTracker) {
    this.#stream = stream;
    this.#replicas = replicas;
    this.#tracker = tracker;
  }

  /** The final state, once `next` has answered undefined. */
  get state(): SyncState | undefined {
    return this.#state;
  }

  async next(): Promise<ContentsChange | undefined> {
    if (this.#state) return undefined;
    return this.#stream.decode(() => this.#next());
  }

  async #next(): Promise<ContentsChange | undefined> {
    const skipped = await this.#skip();
    const failure = skipped ?? this.#failure;
    if (failure) {
      this.#failure = undefined;
      return failure;
    }
    for (;;) {
      const step = await this.#step(await this.#stream.marker());
      if (step === 'end') return undefined;
      if (step) return step;
    }
  }

  #step(tag: Marker): Promise<Step> {
    switch (tag) {
      case marker.incrSyncChg:
        return this.#change();
      case marker.incrSyncDel:
        return this.#deleted();
      case marker.incrSyncRead:
        return this.#readState();
      case marker.fxErrorInfo:
        return this.#failed();
      case marker.incrSyncStateBegin:
        return this.#finalState();
      case marker.incrSyncProgressMode:
      case marker.incrSyncProgressPerMsg:
        return this.#stream.values().then(() => undefined);
      default:
        throw this.#stream.invalid(`${markerName(tag)} at the top`);
    }
  }

  async #change(): Promise<Step> {
    const values = await this.#stream.values();
    const tag = await this.#stream.marker();
    await this.#learn(values);
    const header = headerOf(values, this.#replicas);
    if (tag === marker.fxErrorInfo) return this.#failed(header);
    if (tag !== marker.incrSyncMessage) throw this.#stream.invalid(`${markerName(tag)} instead of IncrSyncMessage`);
    this.#item = header;
    return { kind: 'item', header, content: this.#contentOf(header) } satisfies ItemChange;
  }

  /** The chunks of the item at which the stream stands. */
  async *#contentOf(header: ItemHeader): AsyncGenerator<Uint8Array> {
    for (;;) {
      if (this.#item !== header) throw errors.contentPassed({ id: header.id });
      const chunk = await this.#stream.content();
      if (!chunk) break;
      yield chunk;
    }
    const failure = await this.#stream.decode(() => this.#endItem(header));
    if (failure) throw failure;
  }

  /** The content is over: either the next change follows, or the reason why it broke off. */
  async #endItem(header: ItemHeader): Promise<SdkError | undefined> {
    this.#item = undefined;
    const tag = await this.#stream.marker();
    if (tag === marker.fxErrorInfo) {
      const failure = await this.#readFailure();
      // Items have no end of their own: an error behind one that names another is about that one. [MS-OXCFXICS] 2.2.4.3.4
      if (failure.id === undefined || failure.id === header.id) return unreadable(failure, header);
      this.#failure = { kind: 'failed', id: failure.id, error: unreadable(failure) };
    } else this.#stream.unread(tag);
    this.#tracker.add(header);
    return undefined;
  }

  async #skip(): Promise<FailedItem | undefined> {
    const header = this.#item;
    if (!header) return undefined;
    while (await this.#stream.content());
    const error = await this.#endItem(header);
    return error && { kind: 'failed', id: header.id, error };
  }

  async #failed(header?: ItemHeader): Promise<Step> {
    const failure = await this.#readFailure();
    return { kind: 'failed', id: header?.id ?? failure.id, error: unreadable(failure, header) };
  }

  async #readFailure(): Promise<ErrorInfo> {
    return readErrorInfo(await this.#stream.values());
  }

  async #deleted(): Promise<Step> {
    const values = await this.#stream.values();
    const ranges: ObjectIdRange[] = [];
    for (const tag of [syncTag.idsetDeleted, syncTag.idsetNoLongerInScope, syncTag.idsetExpired]) {
      ranges.push(...(await this.#ranges(values, tag)));
    }
    this.#tracker.remove(ranges);
    return ranges.length > 0 ? { kind: 'deleted', ranges } : undefined;
  }

  async #readState(): Promise<Step> {
    const values = await this.#stream.values();
    const read = await this.#ranges(values, syncTag.idsetRead);
    const unread = await this.#ranges(values, syncTag.idsetUnread);
    return read.length + unread.length > 0 ? { kind: 'readState', read, unread } : undefined;
  }

  async #finalState(): Promise<Step> {
    this.#state = await readFinalState(this.#stream);
    return 'end';
  }

  async #ranges(values: RawValues, tag: number): Promise<ObjectIdRange[]> {
    return readRanges(values.get(tag), this.#replicas);
  }

  /** Ids of other replicas than the mailbox's own are rare: items that were moved here with their database. */
  async #learn(values: RawValues): Promise<void> {
    for (const tag of [pidTag.mid, pidTag.changeNumber]) {
      const id = values.get(tag);
      if (id) await this.#replicas.learnId(shortId.decode(id).replicaId);
    }
  }
}

function unreadable({ code, id }: ErrorInfo, header?: ItemHeader): SdkError {
  return errors.itemUnreadable({ id: header?.id ?? id, code });
}

/** The ranges in one of the sets that a sync tells. */
export async function readRanges(bytes: Uint8Array | undefined, replicas: Replicas): Promise<ObjectIdRange[]> {
  if (!bytes) return [];
  const sets = idSetsByReplicaId.decode(bytes);
  for (const replicaId of sets.keys()) await replicas.learnId(replicaId);
  return rangesOf(sets, replicas);
}

const stateTags = Object.values(stateTag);

/** Reads the block after IncrSyncStateBegin and the end of the stream. [MS-OXCFXICS] 2.2.4.3.25 */
export async function readFinalState(stream: SyncStream): Promise<SyncState> {
  const values = await stream.values();
  for (const expected of [marker.incrSyncStateEnd, marker.incrSyncEnd]) {
    const tag = await stream.marker();
    if (tag !== expected) throw stream.invalid(`${markerName(tag)} instead of ${markerName(expected)}`);
  }
  await stream.finish();
  const parts = stateTags.flatMap((tag) => {
    const bytes = values.get(tag);
    return bytes ? [[tag, bytes] as const] : [];
  });
  return encodeSyncState(new Map(parts));
}

function headerOf(values: RawValues, replicas: Replicas): ItemHeader {
  const bytes = (tag: number): Uint8Array => values.get(tag) ?? nothing;
  const mid = bytes(pidTag.mid);
  const sourceKey = bytes(pidTag.sourceKey);
  return {
    id: mid.length > 0 ? objectIdOfShort(mid, replicas) : Buffer.from(sourceKey).toString('hex'),
    mid,
    sourceKey,
    changeKey: bytes(pidTag.changeKey),
    changeNumber: bytes(pidTag.changeNumber),
    size: numberOf(bytes(messageSize)),
    associated: bytes(pidTag.associated)[0] === 1,
    lastModified: dateOf(bytes(pidTag.lastModificationTime)),
  };
}

const messageSize = 0x0e080003;

function numberOf(bytes: Uint8Array): number {
  return bytes.length < 4 ? 0 : Buffer.from(bytes).readUInt32LE();
}

/** A FILETIME as a date; undefined if it is none. */
export function dateOf(bytes: Uint8Array | undefined): Date | undefined {
  return bytes?.length === 8 ? dateFromFiletime(Buffer.from(bytes).readBigUInt64LE()) : undefined;
}
