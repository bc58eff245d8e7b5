import type { World } from '../world.ts';
import { Locks } from './locks.ts';
import { Subscriptions } from './subscriptions.ts';

/** What clients of a server hold beyond one request. */
export interface DavSessions {
  readonly subscriptions: Subscriptions;
  readonly locks: Locks;
}

const made = new WeakMap<World, DavSessions>();

export function sessionsOf(world: World): DavSessions {
  const known = made.get(world) ?? { subscriptions: new Subscriptions(world.clock), locks: new Locks(world) };
  made.set(world, known);
  return known;
}
