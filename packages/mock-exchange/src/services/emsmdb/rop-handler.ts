import type { ProductVersion } from '@cutover/wire/emsmdb';
import type { Rop } from '@cutover/wire/rop';
import type { Organisation } from '../../organisation/organisation.ts';
import type { InformationStore } from '../../store/information-store.ts';
import type { Mailbox } from '../../store/mailbox.ts';
import type { Clock } from '@cutover/base';
import type { FaultInjector } from '../../faults/fault-injector.ts';
import type { Journal } from '../../journal/journal.ts';
import { notSupported } from './rop-failure.ts';
import type { Session } from './session.ts';
import type { ObjectOf, ServerObject } from './objects/server-object.ts';

/** What every handler may ask. */
export interface StoreContext {
  /** Which Exchange the server is; 2003 unless told. */
  readonly version?: ProductVersion;
  /** As it is now. */
  readonly organisation: () => Organisation;
  readonly store: InformationStore;
  readonly clock: Clock;
  readonly faults?: FaultInjector | undefined;
  readonly journal?: Journal | undefined;
}

/** One ROP being executed. */
export interface RopCall {
  readonly context: StoreContext;
  readonly session: Session;
  /** The object that the ROP was called on; absent for logon. */
  readonly object: ServerObject | undefined;
  /** Bytes that the answer may take, its head included. */
  readonly room: number;
  /** Gives the handle table a new object, at the request's output index; tells its handle. */
  open(object: ServerObject): number;
  /** The object at another place of the handle table. */
  at(index: number): ServerObject | undefined;
}

/** Answers one ROP with the fields of its response; a RopFailure says why not. */
export interface RopHandler {
  readonly rop: Rop;
  readonly changes: boolean;
  handle(call: RopCall, request: unknown): unknown;
}

/** Ties a handler to its ROP, with the types of both. */
export function defineHandler<Q, R>(rop: Rop<Q, R>, handle: (call: RopCall, request: Q) => R): RopHandler {
  return { rop, changes: false, handle: (call, request) => handle(call, request as Q) };
}

/** The same for a ROP that changes something, and so is executed only if its answer has room. */
export function defineChange<Q, R>(rop: Rop<Q, R>, handle: (call: RopCall, request: Q) => R): RopHandler {
  return { ...defineHandler(rop, handle), changes: true };
}

/** The mailbox of the logon that the ROP was called on; public folders have nothing of what is asked. [MS-OXCSTOR] 3.2.5 */
export function mailboxOfLogon(call: RopCall): Mailbox {
  const { mailbox } = objectOf(call, 'logon').logon;
  if (mailbox.isPublic) throw notSupported();
  return mailbox;
}

/** The object that the ROP was called on, which must be of one of these kinds. */
export function objectOf<K extends ServerObject['kind']>({ object }: RopCall, ...kinds: K[]): ObjectOf<K> {
  if (object === undefined || !kinds.includes(object.kind as K)) throw notSupported();
  return object as ObjectOf<K>;
}
