import { Reader } from '@cutover/wire';
import { propertyRow, rops } from '@cutover/wire/rop';
import type { PropertyTag } from '@cutover/wire/properties';
import type { Mailbox } from '../../../store/mailbox.ts';
import { signIn, startStore, type StoreClient, type StoreFixture } from './store-client.ts';

/** A store of a test's own, and Ann who is signed in to her mailbox there. */
export interface SignedIn {
  readonly fixture: StoreFixture;
  readonly client: StoreClient;
  /** Handle of the logon. */
  readonly logon: number;
  readonly ann: Mailbox;
  readonly inboxId: number;
  /** Handle of the Inbox. */
  readonly inbox: number;
}

/** Begins with empty mailboxes. */
export async function signInAnew(): Promise<SignedIn> {
  const fixture = startStore();
  const { client, logon } = await signIn(fixture);
  const { ann } = fixture;
  const inboxId = ann.wellKnown('inbox');
  return { fixture, client, logon, ann, inboxId, inbox: await client.openFolder(logon, inboxId) };
}

/** The next rows of a table whose columns are these. */
export async function nextRows(
  client: StoreClient,
  table: number,
  tags: readonly PropertyTag[],
  rowCount = 50,
): Promise<unknown[][]> {
  const { value } = await client.run(rops.queryRows, { queryRowsFlags: 0, forwardRead: true, rowCount }, table);
  const reader = new Reader(value.rows);
  const row = propertyRow(tags);
  return Array.from({ length: value.rowCount }, () => row.read(reader));
}

/** The rows of a table from its cursor on, by these columns, which it keeps. */
export async function readRows(client: StoreClient, table: number, tags: readonly PropertyTag[]): Promise<unknown[][]> {
  await client.run(rops.setColumns, { setColumnsFlags: 0, tags: [...tags] }, table);
  return nextRows(client, table, tags);
}
