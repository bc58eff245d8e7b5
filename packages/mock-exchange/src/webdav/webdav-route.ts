import { TLSSocket } from 'node:tls';
import type { HttpExchange, WantedBody } from '../http/http-connection.ts';
import type { HttpResponse } from '../http/response.ts';
import { limits } from '../limits.ts';
import type { Route } from '../routes.ts';
import type { World } from '../world.ts';
import { statusOf } from './dav-failure.ts';
import { formsRoute } from './forms-route.ts';
import type { DavContext } from './dav-context.ts';
import { mayChange } from './may-change.ts';
import { exchangePath, isExchangePath, isPublicPath } from './virtual-directories.ts';

/** Mailboxes by WebDAV, below the virtual directory of Outlook Web Access; who asks is told by HTTP, or by a form's cookies. */
export function webDavRoutes(world: World, options: boolean | 'forms'): readonly Route[] {
  if (options === false) return [];
  const isOurs = (path: string): boolean =>
    isExchangePath(path) || (isPublicPath(path) && world.organisation.publicDatabase !== undefined);
  if (options === 'forms') return [formsRoute(world, { isOurs, respond: wantBody })];
  return [{ route: ({ path }) => (isOurs(path) ? (exchange) => wantBody(world, exchange) : undefined) }];
}

function wantBody(world: World, exchange: HttpExchange): WantedBody {
  const limit = exchange.head.method === 'PUT' ? limits.messageSize : limits.webDavBody;
  return { limit, respond: (body) => answer(world, exchange, body) };
}

/** As Exchange 2003 with its second service pack tells it; clients know the server by this field. */
const webStorage = ['MS-WebStorage', '6.5.7638'] as const;

async function answer(world: World, exchange: HttpExchange, body: Uint8Array): Promise<HttpResponse> {
  // Loaded with the first request, as most servers have none.
  const [{ davMethods }, { sessionsOf }] = await Promise.all([import('./dav-methods.ts'), import('./dav-sessions.ts')]);
  const { head, account, socket } = exchange;
  const context: DavContext = { world, account, origin: originOf(exchange), sessions: sessionsOf(world) };
  const remoteAddress = socket.remoteAddress ?? '127.0.0.1';
  const method = Object.hasOwn(davMethods, head.method) ? davMethods[head.method] : undefined;
  const path = head.path.replace(/^\/exchange/i, exchangePath);
  const response = await attempt(() => {
    if (method === undefined) return { status: 501 };
    return mayChange(world, exchange) ? method({ context, head, path, body, remoteAddress }) : { status: 403 };
  });
  return { ...response, isExpected: response.status === 404, headers: [webStorage, ...(response.headers ?? [])] };
}

async function attempt(run: () => Promise<HttpResponse> | HttpResponse): Promise<HttpResponse> {
  try {
    return await run();
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined) throw error;
    return { status };
  }
}

function originOf({ head, socket }: HttpExchange): string {
  const scheme = socket instanceof TLSSocket ? 'https' : 'http';
  return `${scheme}://${head.headers.get('host') ?? 'localhost'}`;
}
