import type { Operation } from '@cutover/wire';
import type { FaultEffect } from '../faults/fault.ts';
import type { Account } from '../organisation/account.ts';
import type { RpcAssociation } from './associations.ts';

/** One virtual connection (an IN and an OUT channel) as a service sees it. */
export interface RpcConnection {
  /** Whom the caller has proved to be: at RPC level, else at HTTP level. */
  readonly account: Account;
  /** The port that the URL named: 593, 6001, 6002 or 6004. */
  readonly port: number;
  /** The server name that the URL gave. */
  readonly serverName: string;
  /** Aborted when the connection is gone; what a service keeps for the connection goes with it. */
  readonly signal: AbortSignal;
  /** What the connection shares with others of its client; what a service keeps by context handles is kept for it. */
  readonly association: RpcAssociation;
  /** Tells what faults do to the answer that is being made. */
  disturb(effects: readonly FaultEffect[]): void;
}

/** An RPC interface that the mock serves; a call that throws an RpcFault is answered by a fault PDU. */
export interface RpcInterface {
  readonly name: string;
  readonly uuid: string;
  readonly majorVersion: number;
  readonly minorVersion: number;
  /** Ports on which it may be bound. */
  readonly ports: readonly number[];
  /** A call's name and codecs; undefined for one that does not exist. */
  operation(opnum: number): Operation | undefined;
  /**
   * Answers one call: the request's stub in, the response's stub out. The response is copied before the next call of the
   * connection, so a service may write them all into the same memory.
   */
  call(connection: RpcConnection, opnum: number, stub: Uint8Array): Uint8Array | Promise<Uint8Array>;
}
