/** What a fault waits for. One of the first six says where; every further field that is given must hold, too. */
export interface FaultTarget {
  /** A request by its method: RPC_IN_DATA, RPC_OUT_DATA, GET …; `*` for any. */
  readonly http?: string;
  /** An RPC call by its name, e.g. NspiQueryRows or EcDoConnectEx; `*` for any. */
  readonly operation?: string;
  /** A remote operation on a mailbox by its name, e.g. FastTransferSourceGetBuffer, with `Rop` in front or not; `*` for any. */
  readonly rop?: string;
  /** An item that is read, by its whole subject; `*` for any. */
  readonly item?: string;
  /** A command of IMAP by its name, e.g. FETCH or UID FETCH; `*` for any. */
  readonly imap?: string;
  /** A step of SMTP: CONNECT, AUTH, MAIL, RCPT, DATA; `*` for any. */
  readonly smtp?: string;
  /** Alias or address of the mailbox that it is about: of SMTP whose RCPT and DATA bring mail, of HTTP the one in a WebDAV path. */
  readonly mailbox?: string;
  /** User name of the caller, without the domain. */
  readonly account?: string;
  /** Only the n-th time that all the rest holds, counted from 1. */
  readonly nth?: number;
  /** From this time on, counted from 1. */
  readonly from?: number;
  /** No more often than this. */
  readonly times?: number;
  /** 0 to 1; drawn from the plan's seed. */
  readonly probability?: number;
}

/** Where a fault strikes. */
export type FaultPlace = 'http' | 'operation' | 'rop' | 'item' | 'imap' | 'smtp';

/** What a fault does, as plain data. */
export type FaultEffect =
  | { readonly kind: 'resetConnection' }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'throttle'; readonly bytesPerSecond: number }
  | { readonly kind: 'cutAfter'; readonly bytes: number }
  | { readonly kind: 'wrongLength' }
  | { readonly kind: 'httpStatus'; readonly status: number }
  | { readonly kind: 'rpcFault'; readonly status: number }
  | { readonly kind: 'returnValue'; readonly code: number }
  | { readonly kind: 'backOff'; readonly milliseconds: number }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'refuse'; readonly text: string; readonly code?: number };

/** One fault: what it waits for, and what it does then. */
export interface Fault {
  readonly target: FaultTarget;
  readonly effect: FaultEffect;
}

/** A plan as JSON has it: enough to run it again. */
export interface FaultPlanData {
  readonly seed: number;
  readonly faults: readonly Fault[];
}

export const faultPlaces: readonly FaultPlace[] = ['http', 'operation', 'rop', 'item', 'imap', 'smtp'];

const ofAnswer = ['resetConnection', 'delay', 'throttle', 'cutAfter', 'wrongLength', 'rpcFault'] as const;

/** What can be done where. */
export const effectsAt: Readonly<Record<FaultPlace, readonly FaultEffect['kind'][]>> = {
  http: ['resetConnection', 'delay', 'throttle', 'cutAfter', 'httpStatus'],
  operation: ofAnswer,
  rop: [...ofAnswer, 'returnValue', 'backOff'],
  item: ['unreadable'],
  imap: ['resetConnection', 'delay', 'throttle', 'cutAfter', 'refuse'],
  smtp: ['resetConnection', 'delay', 'refuse'],
};

/** By what else a target there may be told: whose mailbox it is about, who asks. */
export const conditionsAt: Readonly<Record<FaultPlace, readonly ('mailbox' | 'account')[]>> = {
  http: ['mailbox'],
  operation: ['mailbox', 'account'],
  rop: ['mailbox', 'account'],
  item: ['mailbox', 'account'],
  imap: ['mailbox', 'account'],
  smtp: ['mailbox', 'account'],
};
