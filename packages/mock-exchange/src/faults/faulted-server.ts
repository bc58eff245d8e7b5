import { faultErrors } from '../errors.ts';
import type { KnownPeople } from '../organisation/known-people.ts';
import type { MockExchangeOptions } from '../options.ts';
import { assertPeople } from './assert-people.ts';
import type { FaultPlace, FaultTarget } from './fault.ts';

/** What a plan has to know of the server whose it is. */
export interface FaultedServer {
  readonly people: KnownPeople;
  /** Places that nobody can reach, with the door that leads there. */
  readonly closed: Readonly<Partial<Record<FaultPlace, string>>>;
}

/** The places that the doors of a server leave closed. */
export function closedPlaces({
  rpcProxy,
  imapPort,
  imapsPort,
  smtpPort,
}: MockExchangeOptions): FaultedServer['closed'] {
  return {
    ...(rpcProxy === 'unmapped' && { rop: 'rpc', operation: 'rpc' }),
    ...(imapPort === undefined && imapsPort === undefined && { imap: 'imap' }),
    ...(smtpPort === undefined && { smtp: 'smtp' }),
  };
}

/** Throws for a fault that would never strike on this server. */
export function assertReachable(target: FaultTarget, place: FaultPlace, { people, closed }: FaultedServer): void {
  const door = closed[place];
  if (door !== undefined) throw faultErrors.doorClosed({ place, door });
  assertPeople(target, people);
}
