import { listen } from '../http/front-end.ts';
import { managementDoor } from '../management/management-door.ts';
import { imapDoor, imapsDoor } from '../imap/imap-doors.ts';
import { smtpDoor } from '../smtp/smtp-door.ts';
import type { Door } from './door.ts';

const https: Door = {
  scheme: 'https',
  open: async ({ options: { port = 0, https: without }, host, tls, acceptHttp }) => {
    const listener = await listen({ host, port, ...(without === 'plain' ? {} : { tls }) }, acceptHttp);
    if (without !== 'closed') return listener;
    await listener.close();
    return { ...listener, close: async () => undefined };
  },
};

const http: Door = {
  scheme: 'http',
  open: ({ options: { httpPort: port }, host, acceptHttp }) =>
    port === undefined ? undefined : listen({ host, port }, acceptHttp),
};

/** Every port that a server may have, in the order in which they are opened. */
export const doors: readonly Door[] = [https, http, managementDoor, imapDoor, imapsDoor, smtpDoor];
