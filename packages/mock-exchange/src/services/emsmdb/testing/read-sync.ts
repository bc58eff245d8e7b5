import { FastTransferParser, marker, type Marker } from '@cutover/wire/fasttransfer';
import { type GlobalId, globalId, idSetsByReplicaId, shortId, stateTagOf, syncTag } from '@cutover/wire/ics';
import { pidTag } from '@cutover/wire/properties';

/** One change of a sync: the properties of its header and those of the object itself, by tag. */
export interface SyncedChange {
  readonly header: ReadonlyMap<number, Uint8Array>;
  readonly properties: ReadonlyMap<number, Uint8Array>;
}

/** What a sync stream says. */
export interface SyncedFolder {
  readonly changes: readonly SyncedChange[];
  readonly deleted: readonly number[];
  readonly outOfScope: readonly number[];
  readonly read: readonly number[];
  readonly unread: readonly number[];
  /** Message ids of error blocks. */
  readonly failed: readonly number[];
  /** The state's properties, by tag, as they are to be uploaded again. */
  readonly state: ReadonlyMap<number, Uint8Array>;
}

/** A block of the grammar's top level: a marker, the properties after it. */
interface Block {
  readonly marker: Marker;
  readonly properties: Map<number, Uint8Array>;
}

function blocksOf(stream: Uint8Array): Block[] {
  const parser = new FastTransferParser({ wholeUpTo: Number.POSITIVE_INFINITY });
  parser.push(stream);
  const blocks: Block[] = [];
  for (let element = parser.next(); element !== undefined; element = parser.next()) {
    if (element.kind === 'marker') blocks.push({ marker: element.tag, properties: new Map() });
    if (element.kind === 'property') blocks.at(-1)?.properties.set(element.tag, Uint8Array.from(element.value));
  }
  parser.finish();
  return blocks;
}

const idsIn = (blocks: readonly Block[], tag: number): number[] =>
  blocks.flatMap(({ properties }) => {
    const bytes = properties.get(tag);
    return bytes === undefined ? [] : [...(idSetsByReplicaId.decode(bytes).get(1)?.values() ?? [])];
  });

/** Reads a contentsSync, a hierarchySync or a state by the parser of the wire package alone. */
export function readSync(stream: Uint8Array): SyncedFolder {
  const blocks = blocksOf(stream);
  const of = (tag: Marker): Block[] => blocks.filter((block) => block.marker === tag);
  const contents = of(marker.incrSyncMessage);
  const changes = of(marker.incrSyncChg).map(({ properties }, index) => ({
    header: properties,
    properties: contents[index]?.properties ?? properties,
  }));
  const state = [...(of(marker.incrSyncStateBegin)[0]?.properties ?? [])].filter(
    ([tag]) => stateTagOf(tag) !== undefined,
  );
  return {
    changes,
    deleted: idsIn(of(marker.incrSyncDel), syncTag.idsetDeleted),
    outOfScope: idsIn(of(marker.incrSyncDel), syncTag.idsetNoLongerInScope),
    read: idsIn(of(marker.incrSyncRead), syncTag.idsetRead),
    unread: idsIn(of(marker.incrSyncRead), syncTag.idsetUnread),
    failed: of(marker.fxErrorInfo).map(({ properties }) => failedId(properties)),
    state: new Map(state),
  };
}

const failedId = (properties: ReadonlyMap<number, Uint8Array>): number =>
  globalId.decode(properties.get(0x00000102)!.subarray(32, 54)).counter;

/** The id or change number in a header. */
export const counterIn = (header: ReadonlyMap<number, Uint8Array>, tag: number): number =>
  shortId.decode(header.get(tag)!).counter;

/** The object that a header's source key names. */
export const sourceOf = (header: ReadonlyMap<number, Uint8Array>): GlobalId =>
  globalId.decode(header.get(pidTag.sourceKey)!);

/** A text among the properties of a change. */
export const textIn = (properties: ReadonlyMap<number, Uint8Array>, tag: number): string | undefined => {
  const bytes = properties.get(tag);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf16le').replace(/\0$/, '');
};
