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
import { pidTag } from '@cutover/wire/properties';
import { Reader } from '@cutover/wire';
import { errors } from '../errors.ts';
import type { CallOptions } from '../options.ts';
import { type ObjectId, objectIdOfShort, type Replicas, shortIdOf } from './object-id.ts';
import { type EncodedRop, rop } from './rop-batch.ts';
import type { RopAnswers, StoreSession } from './store-session.ts';

// Places in the handle table.
const logon = 0;
const folder = 1;
const table = 2;

const columns = [pidTag.folderId, pidTag.contentCount, pidTag.associatedContentCount];
const row = propertyRow(columns);
// Of 17 bytes each: as many as an answer of 32 KB holds.
const rowsAtOnce = 1500;

interface Counting {
  readonly session: StoreSession;
  readonly replicas: Replicas;
  readonly logonHandle: number;
  /** The folder below which it counts. */
  readonly top: ObjectId;
}

export interface ItemCounts {
  readonly counts: ReadonlyMap<ObjectId, number>;
  /** Every handle that the counting opened. */
  readonly opened: readonly number[];
}

/** How many items, hidden ones too, each folder below the top has, by the table of all of them. [MS-OXCFOLD] 3.1.4.2 */
export async function countItems(
  { session, replicas, logonHandle, top }: Counting,
  options?: CallOptions,
): Promise<ItemCounts> {
  const opening = openTable(shortIdOf(top, replicas));
  let { answers, handles } = await session.execute(opening, [logonHandle, unsetHandle, unsetHandle], options);
  opening.forEach((one, index) => assertDone(one, answers[index]!));
  const counts = new Map<ObjectId, number>();
  for (let rows = rowsIn(answers); rows.length > 0; rows = rowsIn(answers)) {
    for (const one of rows) await addRow(counts, one, replicas);
    ({ answers, handles } = await session.execute([queryRows], handles, options));
    assertDone(queryRows, answers[0]!);
  }
  return { counts, opened: [handles[folder]!, handles[table]!] };
}

const openTable = (folderId: ShortId): EncodedRop[] => [
  rop(rops.openFolder, { inputIndex: logon, outputIndex: folder, folderId, openModeFlags: 0 }),
  rop(rops.getHierarchyTable, {
    inputIndex: folder,
    outputIndex: table,
    tableFlags: tableFlag.depth | tableFlag.unicode,
  }),
  rop(rops.setColumns, { inputIndex: table, setColumnsFlags: 0, tags: columns }),
  queryRows,
];

function rowsIn(answers: RopAnswers['answers']): PropertyCell[][] {
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
  counts: Map<ObjectId, number>,
  [id, normal, associated]: PropertyCell[],
  replicas: Replicas,
): Promise<void> {
  if (typeof id !== 'bigint') return;
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(id);
  await replicas.learnId(shortId.decode(bytes).replicaId);
  counts.set(objectIdOfShort(bytes, replicas), Number(normal ?? 0) + Number(associated ?? 0));
}

function assertDone(one: EncodedRop, { returnValue }: RopResponse<unknown>): void {
  if (returnValue !== errorCode.success) throw errors.ropFailed({ operation: one.rop.name, code: returnValue });
}
