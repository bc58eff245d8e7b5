import { shortId } from '@cutover/wire/ics';
import { errorCode, type PropertyCell, propertyRow, type RopResponse, rops, type RopValueOf, tableFlag, unsetHandle } from '@cutover/wire/rop';
import { pidTag } from '@cutover/wire/properties';
import { Reader } from '@cutover/wire';
import { errors } from '../errors.ts';
import type { CallOptions } from '../options.ts';
import { type ObjectId, objectIdOfShort, type Replicas, shortIdOf } from './object-id.ts';
import { type EncodedRop, rop } from './rop-batch.ts';
import type { StoreSession } from './store-session.ts';

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
}

/** How many items, hidden ones too, each folder below this one has, by the table of all of them. [MS-OXCFOLD] 3.1.4.2 */
export async function countItems(
  { session, replicas, logonHandle }: Counting,
  top: ObjectId,
  options?: CallOptions,
): Promise<Map<ObjectId, number>> {
  const folderId = shortIdOf(top, replicas);
  const opening = [
    rop(rops.openFolder, { inputIndex: logon, outputIndex: folder, folderId, openModeFlags: 0 }),
    rop(rops.getHierarchyTable, { inputIndex: folder, outputIndex: table, tableFlags: tableFlag.depth | tableFlag.unicode }),
    rop(rops.setColumns, { inputIndex: table, setColumnsFlags: 0, tags: columns }),
    queryRows,
  ];
  let { answers, handles } = await session.execute(opening, [logonHandle, unsetHandle, unsetHandle], options);
  opening.forEach((one, index) => assertDone(one, answers[index]!));
  const counts = new Map<ObjectId, number>();
  for (;;) {
    const { rowCount, rows } = (answers.at(-1) as QueryRowsAnswer).value!;
    if (rowCount === 0) break;
    const reader = new Reader(rows);
    for (let index = 0; index < rowCount; index++) addRow(counts, row.read(reader), replicas);
    ({ answers, handles } = await session.execute([queryRows], handles, options));
    assertDone(queryRows, answers[0]!);
  }
  await session.execute([rop(rops.release, { inputIndex: table }), rop(rops.release, { inputIndex: folder })], handles, options);
  return counts;
}

type QueryRowsAnswer = RopResponse<RopValueOf<typeof rops.queryRows>>;

const queryRows = rop(rops.queryRows, { inputIndex: table, queryRowsFlags: 0, forwardRead: true, rowCount: rowsAtOnce });

function addRow(counts: Map<ObjectId, number>, [id, normal, associated]: PropertyCell[], replicas: Replicas): void {
  if (typeof id !== 'bigint') return;
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt.asIntN(64, id));
  // A folder whose id space the session does not know yet is counted by its sync.
  if (shortId.decode(bytes).replicaId === 0) return;
  counts.set(objectIdOfShort(bytes, replicas), Number(normal ?? 0) + Number(associated ?? 0));
}

function assertDone(one: EncodedRop, { returnValue }: RopResponse<unknown>): void {
  if (returnValue !== errorCode.success) throw errors.ropFailed({ operation: one.rop.name, code: returnValue });
}
