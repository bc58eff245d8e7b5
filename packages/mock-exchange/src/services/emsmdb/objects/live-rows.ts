import { notificationType, notify, tableEvent, tableFlag } from '@cutover/wire/rop';
import type { MailboxChange } from '../../../store/mailbox-change.ts';
import type { RopCall } from '../rop-handler.ts';
import type { Logon } from './logon.ts';
import { Table, type TableKind } from './table.ts';
import type { TableRow } from './table-row.ts';

/** What a table of a mailbox shows, and which changes touch it. */
export interface LiveRows {
  readonly load: () => readonly TableRow[];
  readonly concerns: (change: MailboxChange) => boolean;
  readonly kind: TableKind;
}

interface TableRequest {
  readonly logonId: number;
  readonly tableFlags: number;
}

const changed = { type: notificationType.tableModified, tableEvent: tableEvent.changed } as const;

/**
 * Opens a table that follows what becomes of the mailbox. The client is told once that it changed, and again only after it
 * looked; with the flag NoNotifications never. [MS-OXCNOTIF] 3.1.4.3
 */
export function openLiveTable(call: RopCall, logon: Logon, request: TableRequest, rows: LiveRows): Table {
  const { names, codePage, notifications } = call.session;
  const { load, concerns, kind } = rows;
  const table = new Table(load, { names, codePage, kind });
  let handle = 0;
  const told = (change: MailboxChange): void => {
    if (!concerns(change) || !table.outdate()) return;
    if ((request.tableFlags & tableFlag.noNotifications) !== 0) return;
    notifications.add(notify.encode({ ropId: 0x2a, handle, logonId: request.logonId, notification: changed }));
  };
  const close = logon.mailbox.watch(told, { holds: false });
  handle = call.open({ kind: 'table', logon, table, close });
  return table;
}

/** What a table shows whose rows stay what they are. */
export interface FixedRows {
  readonly kind: TableKind;
  readonly rows: readonly Omit<TableRow, 'key'>[];
}

/** Opens a table whose rows stay what they are. */
export function openFixedTable(call: RopCall, logon: Logon, { kind, rows: given }: FixedRows): Table {
  const { names, codePage } = call.session;
  const rows = given.map(({ bag }, key) => ({ key, bag }));
  const table = new Table(() => rows, { names, codePage, kind });
  call.open({ kind: 'table', logon, table, close: () => undefined });
  return table;
}
