import { errorCode, unsetHandle } from '@cutover/wire/rop';
import type { Account } from '../../organisation/account.ts';
import { limits } from './limits.ts';
import { NamedProperties } from './named-properties.ts';
import { NotificationQueue } from './notification-queue.ts';
import type { Logon } from './objects/logon.ts';
import type { ServerObject } from './objects/server-object.ts';
import { RopFailure } from './rop-failure.ts';

/** What one EcDoConnectEx opened: logons, the objects behind the handles, the names of properties. */
export class Session {
  readonly account: Account;
  /** Code page of 8-bit texts. */
  readonly codePage: number;
  readonly names = new NamedProperties();
  /** What happened, and is to be told with the next answer. */
  readonly notifications: NotificationQueue;
  readonly #logons = new Map<number, Logon>();
  readonly #objects = new Map<number, ServerObject>();
  #lastHandle = -1;

  /** `index` is what the client is told to know the session by. */
  constructor({ account, codePage, index = 0 }: { account: Account; codePage: number; index?: number }) {
    this.account = account;
    this.codePage = codePage;
    this.notifications = new NotificationQueue(index);
  }

  setLogon(logon: Logon): void {
    if (this.#logons.size >= limits.logons) throw new RopFailure(errorCode.maxObjects);
    this.#logons.set(logon.id, logon);
  }

  logon(id: number): Logon | undefined {
    return this.#logons.get(id);
  }

  /** A new handle, made as Exchange makes them: the logon above, a number below. */
  add(object: ServerObject): number {
    if (this.#objects.size >= limits.objects) throw new RopFailure(errorCode.maxObjects);
    this.#lastHandle++;
    const handle = ((object.logon.id << 24) | (this.#lastHandle & 0xffffff)) >>> 0;
    this.#objects.set(handle, object);
    return handle;
  }

  find(handle: number): ServerObject | undefined {
    return handle === unsetHandle ? undefined : this.#objects.get(handle);
  }

  /** Releasing a logon releases everything opened from it. [MS-OXCROPS] 3.2.5.3 */
  release(handle: number): void {
    const object = this.#objects.get(handle);
    if (object === undefined) return;
    this.#drop(handle, object);
    if (object.kind !== 'logon') return;
    this.#logons.delete(object.logon.id);
    for (const [other, one] of this.#objects) if (one.logon === object.logon) this.#drop(other, one);
  }

  /** Frees everything, as the session is over. */
  close(): void {
    for (const [handle, object] of this.#objects) this.#drop(handle, object);
    this.#logons.clear();
    this.notifications.close();
  }

  #drop(handle: number, object: ServerObject): void {
    this.#objects.delete(handle);
    if (object.kind === 'download') object.download.close();
    if (object.kind === 'subscription' || object.kind === 'stream' || object.kind === 'table') object.close();
  }
}
