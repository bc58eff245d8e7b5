import type { Door, DoorContext } from '../doors/door.ts';
import { type Listener, listen } from '../http/front-end.ts';

// What serves is loaded with the door, as most servers have none.
async function open({ host, ...context }: DoorContext, port: number): Promise<Listener> {
  const { createSmtpServer } = await import('./create-smtp-server.ts');
  return listen({ host, port }, createSmtpServer(context));
}

/** SMTP, by which mail comes into the mailboxes; a client may encrypt it by STARTTLS. */
export const smtpDoor: Door = {
  scheme: 'smtp',
  hasSessions: true,
  open: (context) => {
    const { smtpPort: port } = context.options;
    return port === undefined ? undefined : open(context, port);
  },
};
