import { unsetHandle } from '@cutover/wire/rop';
import type { RpcConnection } from '../../rpc-server/rpc-interface.ts';
import type { ServerObject } from './objects/server-object.ts';
import type { StoreContext } from './rop-handler.ts';
import type { Session } from './session.ts';

/** What the ROPs of one payload share. */
export interface Execution {
  readonly context: StoreContext;
  readonly connection: RpcConnection;
  readonly session: Session;
  /** The handle table: places filled by one ROP are used by the next. */
  readonly handles: number[];
}

/** Handle indexes as every request has them, or lacks them. */
export interface Heads {
  readonly logonId?: number;
  readonly inputIndex?: number;
  readonly outputIndex?: number;
  /** Logon names the mailbox itself. */
  readonly essdn?: string;
}

/** The object that a handle index of a request stands for. */
export function objectAt({ session, handles }: Execution, index: number | undefined): ServerObject | undefined {
  return index === undefined ? undefined : session.find(handles[index] ?? unsetHandle);
}

/** legacyExchangeDN of the mailbox that a request is about. */
export function mailboxOf(execution: Execution, { inputIndex, essdn }: Heads): string | undefined {
  return objectAt(execution, inputIndex)?.logon.mailbox.legacyExchangeDN ?? essdn;
}
