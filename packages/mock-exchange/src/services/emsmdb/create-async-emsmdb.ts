import { type Clock, type Ids, systemIds } from '@cutover/base';
import { asyncEmsmdb, notificationPending } from '@cutover/wire/emsmdb';
import { errorCode } from '@cutover/wire/rop';
import type { Account } from '../../organisation/account.ts';
import { implementInterface } from '../../rpc-server/implement-interface.ts';
import { contextMismatch } from '../../rpc-server/rpc-fault.ts';
import type { RpcConnection, RpcInterface } from '../../rpc-server/rpc-interface.ts';
import { limits } from './limits.ts';
import type { NotificationQueue } from './notification-queue.ts';
import type { Session } from './session.ts';

interface Waited {
  readonly account: Account;
  readonly notifications: NotificationQueue;
}

/** Sessions by the handles of calls that wait: these come on other connections than the session's own. */
export class AsyncSessions {
  readonly #ids: Ids;
  readonly #byHandle = new Map<string, Waited>();

  constructor(ids: Ids = systemIds) {
    this.#ids = ids;
  }

  /** A handle for the session, good until `signal` is aborted. */
  open({ account, notifications }: Session, signal: AbortSignal): string {
    const handle = this.#ids.guid();
    this.#byHandle.set(handle, { account, notifications });
    signal.addEventListener('abort', () => this.#byHandle.delete(handle), { once: true });
    return handle;
  }

  /** What a handle waits for; a fault for one that is none of this account. */
  find({ account }: RpcConnection, handle: string): NotificationQueue {
    const waited = this.#byHandle.get(handle);
    if (waited === undefined || waited.account !== account) throw contextMismatch();
    return waited.notifications;
  }
}

export interface AsyncEmsmdbOptions {
  readonly ports: readonly number[];
  readonly sessions: AsyncSessions;
  readonly clock: Clock;
}

/** The call that waits for notifications, as Exchange 2007 and later have it. [MS-OXCRPC] 3.3 */
export function createAsyncEmsmdb({ ports, sessions, clock }: AsyncEmsmdbOptions): RpcInterface {
  return implementInterface(asyncEmsmdb, {
    ports,
    handlers: {
      asyncWaitEx: async (connection, { asyncSession }) => {
        const notifications = sessions.find(connection, asyncSession.uuid);
        if (notifications.isAwaited) return { flags: 0, result: errorCode.rejected };
        await arrivalOrTimeout(notifications, clock, connection.signal);
        if (notifications.isClosed) return { flags: 0, result: errorCode.exiting };
        return { flags: notifications.isEmpty ? 0 : notificationPending, result: errorCode.success };
      },
    },
  });
}

/** Waits for a notification, but not for ever; rejects if the connection is gone. */
async function arrivalOrTimeout(notifications: NotificationQueue, clock: Clock, gone: AbortSignal): Promise<void> {
  const arrived = new AbortController();
  const timeout = clock.sleep(limits.waitMs, { signal: AbortSignal.any([gone, arrived.signal]) });
  try {
    await Promise.race([notifications.arrival(), timeout]);
  } finally {
    notifications.stopWaiting();
    // Whoever was slower ends without being heard.
    timeout.catch(() => undefined);
    arrived.abort();
  }
}
