import { listen } from '../http/front-end.ts';
import { managementDoor } from '../management/management-door.ts';
import type { Door } from './door.ts';

const https: Door = {
  scheme: 'https',
  open: ({ options: { port = 0 }, host, tls, acceptHttp }) => listen({ host, port, tls }, acceptHttp),
};

const http: Door = {
  scheme: 'http',
  open: ({ options: { httpPort: port }, host, acceptHttp }) =>
    port === undefined ? undefined : listen({ host, port }, acceptHttp),
};

/** Every port that a server may have, in the order in which they are opened. */
export const doors: readonly Door[] = [https, http, managementDoor];
