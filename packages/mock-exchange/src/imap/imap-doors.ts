import type { Socket } from 'node:net';
import type { Door, DoorContext } from '../doors/door.ts';
import { type Listener, listen } from '../http/front-end.ts';

// What serves is loaded with the first door of its kind, as most servers have none.
async function open(
  { host, tls, ...context }: DoorContext,
  { port, isEncrypted }: { port: number; isEncrypted: boolean },
): Promise<Listener> {
  const { serveConnection } = await import('./serve-connection.ts');
  const accept = (socket: Socket): void => void serveConnection(socket, { ...context, tls }, { isEncrypted });
  return listen({ host, port, ...(isEncrypted ? { tls } : {}) }, accept);
}

/** IMAP, which a client may encrypt by STARTTLS. */
export const imapDoor: Door = {
  scheme: 'imap',
  hasSessions: true,
  open: (context) => {
    const { imapPort: port } = context.options;
    return port === undefined ? undefined : open(context, { port, isEncrypted: false });
  },
};

/** IMAP that is encrypted from the first byte. */
export const imapsDoor: Door = {
  scheme: 'imaps',
  hasSessions: true,
  open: (context) => {
    const { imapsPort: port } = context.options;
    return port === undefined ? undefined : open(context, { port, isEncrypted: true });
  },
};
