import type { Door } from '../doors/door.ts';
import { listenManagement } from './listen-management.ts';

/** The port of the management endpoint, an extension: nothing of Exchange's own listens like it. */
export const managementDoor: Door = {
  scheme: 'management',
  protocol: 'http',
  open: ({ options: { managementPort: port }, host, world: { live, store } }) =>
    port === undefined ? undefined : listenManagement({ live, store, version: '2003' }, { host, port }),
};
