import type { Router } from './http/http-connection.ts';
import type { RequestHead } from './http/request-head.ts';

/** One part of the server that answers HTTP, found by the request's path. */
export interface Route {
  route(head: RequestHead): ReturnType<Router>;
}

/** Asks one route after the other; the first that has the path answers. */
export const routesOf =
  (routes: readonly Route[]): Router =>
  (head) => {
    for (const one of routes) {
      const handler = one.route(head);
      if (handler !== undefined) return handler;
    }
    return undefined;
  };
