import { shortId, syncTag } from '@cutover/wire/ics';
import { decodeStreamValue, marker, markerName } from '@cutover/wire/fasttransfer';
import { pidTag, propertyId, typeOfTag } from '@cutover/wire/properties';
import { errors } from '../errors.ts';
import { dateOf, readFinalState, readRanges } from './contents-reader.ts';
import { readErrorInfo } from './error-info.ts';
import type { FolderChange, HierarchyChanges } from './mailbox.ts';
import { type ObjectId, type ObjectIdRange, objectIdOfShort, type Replicas } from './object-id.ts';
import { parseValues } from './parse-values.ts';
import type { RawValues, SyncStream } from './sync-stream.ts';

/** Where a hierarchy sync began, and what its ids mean. */
export interface HierarchyContext {
  /** The folder below which it looked. */
  readonly top: ObjectId;
  readonly replicas: Replicas;
}

/** Reads a hierarchySync stream to its end. [MS-OXCFXICS] 2.2.4.3.10 */
export function readHierarchy(stream: SyncStream, context: HierarchyContext): Promise<HierarchyChanges> {
  return stream.decode(() => read(stream, context));
}

async function read(stream: SyncStream, context: HierarchyContext): Promise<HierarchyChanges> {
  const folders: FolderChange[] = [];
  const deleted: ObjectIdRange[] = [];
  for (;;) {
    const tag = await stream.marker();
    if (tag === marker.incrSyncChg) folders.push(await readFolder(stream, context));
    else if (tag === marker.incrSyncDel) deleted.push(...(await readDeletions(stream, context)));
    else if (tag === marker.fxErrorInfo) throw await brokenOff(stream);
    else if (tag === marker.incrSyncStateBegin) return { folders, deleted, state: await readFinalState(stream) };
    else throw stream.invalid(`${markerName(tag)} in a hierarchy`);
  }
}

/** Folders are no place at which a stream recovers, so an error there ends it. [MS-OXCFXICS] 3.1.5.6.1 */
async function brokenOff(stream: SyncStream): Promise<Error> {
  const { code } = readErrorInfo(await stream.values());
  return errors.streamBroken({ reason: `the server couldn't read a folder (0x${code.toString(16)})` });
}

async function readDeletions(stream: SyncStream, { replicas }: HierarchyContext): Promise<ObjectIdRange[]> {
  const values = await stream.values();
  return readRanges(values.get(syncTag.idsetDeleted), replicas);
}

async function readFolder(stream: SyncStream, { top, replicas }: HierarchyContext): Promise<FolderChange> {
  const pieces: Uint8Array[] = [];
  for (let piece = await stream.content(); piece; piece = await stream.content()) pieces.push(Uint8Array.from(piece));
  const content = Buffer.concat(pieces);
  const values = parseValues(content);
  const folderId = values.get(pidTag.folderId);
  if (folderId) await replicas.learnId(shortId.decode(folderId).replicaId);
  const parent = values.get(pidTag.parentSourceKey);
  return {
    id: folderId ? objectIdOfShort(folderId, replicas) : hexOf(values.get(pidTag.sourceKey)),
    parentId: parent && parent.length > 0 ? hexOf(parent) : top,
    displayName: textOf(values, pidTag.displayName),
    containerClass: textOf(values, pidTag.containerClass),
    lastModified: dateOf(values.get(pidTag.lastModificationTime)),
    content,
  };
}

/** A text property, whichever string type it came as. */
function textOf(values: RawValues, wanted: number): string {
  for (const [tag, bytes] of values) {
    if (propertyId(tag) !== propertyId(wanted)) continue;
    const value = decodeStreamValue(typeOfTag(tag), bytes);
    if (typeof value === 'string') return value;
  }
  return '';
}

function hexOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('hex');
}
