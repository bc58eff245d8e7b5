import { type ShortId, shortId } from '@cutover/wire/ics';
import {
  errorCode,
  type PropertyCell,
  propertyRow,
  type RopResponse,
  rops,
  type RopValueOf,
  tableFlag,
  unsetHandle,
} from '@cutover/wire/rop';
import { pidTag, type PropertyTag } from '@cutover/wire/properties';
import { type Codec, Reader } from '@cutover/wire';
import { errors } from '../errors.ts';
import type { CallOptions } from '../options.ts';
import { type ObjectId, objectIdOfShort, type Replicas, shortIdOf } from './object-id.ts';
import { type EncodedRop, rop } from './rop-batch.ts';
import type { RopAnswers, StoreSession } from './store-session.ts';

// Places in the handle table.
const logon = 0;
const folder = 1;
const table = 2;

const countColumns = [pidTag.folderId, pidTag.contentCount, pidTag.associatedContentCount];
// A server adds up what a folder takes, which it need not do for a count.
const sizeColumns = [...countColumns, pidTag.messageSizeExtended];
// Of 30 bytes each at most: as many as an answer of 32 KB holds.
const rowsAtOnce = 1000;

interface Counting {
  readonly session: StoreSession;
  readonly replicas: Replicas;
  readonly logonHandle: number;
  /** The folder below which it counts. */
  readonly top: ObjectId;
}

/** What a folder holds, hidden items too. */
export interface FolderCount {
  readonly items: number;
  /** PidTagMessageSizeExtended; undefined: not asked for, or the server does not tell. */
  readonly bytes: number | undefined;
}

export interface CountOptions extends CallOptions {
  /** Also asks what the items take. Default false. */
  readonly sizes?: boolean | undefined;
}

export interface ItemCounts {
  readonly counts: ReadonlyMap<ObjectId, FolderCount>;
  /** Every handle that the counting opened. */
  readonly opened: readonly number[];
}

/** What each folder below the top holds, by the table of all of them. [MS-OXCFOLD] 3.1.4.2 */
export async function countItems(
  { session, replicas, logonHandle, top }: Counting,
  options: CountOptions = {},
): Promise<ItemCounts> {
  const columns = options.sizes === true ? sizeColumns : countColumns;
  const opening = openTable(shortIdOf(top, replicas), columns);
  const row = propertyRow(columns);
  let { answers, handles } = await session.execute(opening, [logonHandle, unsetHandle, unsetHandle], options);
  opening.forEach((one, index) => assertDone(one, answers[index]!));
  const counts = new Map<ObjectId, FolderCount>();
  for (let rows = rowsIn(answers, row); rows.length > 0; rows = rowsIn(answers, row)) {
    for (const one of rows) await addRow(counts, one, replicas);
    ({ answers, handles } = await session.execute([queryRows], handles, options));
    assertDone(queryRows, answers[0]!);
  }
  return { counts, opened: [handles[folder]!, handles[table]!] };
}

const openTable = (folderId: ShortId, tags: PropertyTag[]): EncodedRop[] => [
  rop(rops.openFolder, { inputIndex: logon, outputIndex: folder, folderId, openModeFlags: 0 }),
  rop(rops.getHierarchyTable, {
    inputIndex: folder,
    outputIndex: table,
    tableFlags: tableFlag.depth | tableFlag.unicode,
  }),
  rop(rops.setColumns, { inputIndex: table, setColumnsFlags: 0, tags }),
  queryRows,
];

function rowsIn(answers: RopAnswers['answers'], row: Codec<PropertyCell[]>): PropertyCell[][] {
  const { rowCount, rows } = (answers.at(-1) as QueryRowsAnswer).value!;
  const reader = new Reader(rows);
  return Array.from({ length: rowCount }, () => row.read(reader));
}

type QueryRowsAnswer = RopResponse<RopValueOf<typeof rops.queryRows>>;

const queryRows = rop(rops.queryRows, {
  inputIndex: table,
  queryRowsFlags: 0,
  forwardRead: true,
  rowCount: rowsAtOnce,
});

async function addRow(
  counts: Map<ObjectId, FolderCount>,
  [id, normal, associated, size]: PropertyCell[],
  replicas: Replicas,
): Promise<void> {
  if (typeof id !== 'bigint') return;
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(id);
  await replicas.learnId(shortId.decode(bytes).replicaId);
  counts.set(objectIdOfShort(bytes, replicas), {
    items: Number(normal ?? 0) + Number(associated ?? 0),
    bytes: typeof size === 'bigint' ? Number(size) : undefined,
  });
}

function assertDone(one: EncodedRop, { returnValue }: RopResponse<unknown>): void {
  if (returnValue !== errorCode.success) throw errors.ropFailed({ operation: one.rop.name, code: returnValue });
}
