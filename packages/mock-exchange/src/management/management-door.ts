import type { Door } from '../doors/door.ts';
import type { Listener } from '../http/front-end.ts';
import type { ManagedWorld } from './managed-world.ts';

/** The port of the management endpoint, an extension: nothing of Exchange's own listens like it. */
export const managementDoor: Door = {
  scheme: 'management',
  protocol: 'http',
  open: ({ options: { managementPort: port }, host, control, world: { live, profile, store, clock } }) =>
    port === undefined
      ? undefined
      : listenWhenAsked({ live, store, control, clock, version: profile.name }, { host, port }),
};

/** Its schemas take their time to load, and most servers have no such port. */
async function listenWhenAsked(world: ManagedWorld, at: { host: string; port: number }): Promise<Listener> {
  const { listenManagement } = await import('./listen-management.ts');
  return listenManagement(world, at);
}
