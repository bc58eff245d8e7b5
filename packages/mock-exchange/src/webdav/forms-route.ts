import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { HttpExchange, WantedBody } from '../http/http-connection.ts';
import type { RequestHead } from '../http/request-head.ts';
import type { HttpResponse } from '../http/response.ts';
import { limits } from '../limits.ts';
import type { Account } from '../organisation/account.ts';
import { signIn } from '../organisation/sign-in.ts';
import type { Route } from '../routes.ts';
import type { World } from '../world.ts';

const logonPage = '/exchweb/bin/auth/owalogon.asp';
const logonAction = '/exchweb/bin/auth/owaauth.dll';

interface Guarded {
  readonly isOurs: (path: string) => boolean;
  readonly respond: (world: World, exchange: HttpExchange) => WantedBody;
}

/**
 * Forms-based authentication, which takes the place of HTTP's: a page to sign on, whose cookies every request must bring.
 * Without them GET leads to the page, and other methods to 440. It wants TLS. Source: ximian-connector, forms-based-auth.
 */
export function formsRoute(world: World, guarded: Guarded): Route {
  /** Who holds a cookie; as long as the server lives, which a test does not outlast. */
  const sessions = new Map<string, Account>();
  const route = ({ path }: RequestHead): ReturnType<Route['route']> => {
    const page = path.toLowerCase();
    if (page === logonPage) return { anonymously: ({ query }) => logonForm(query) };
    if (page === logonAction) return { anonymously: (_head, socket) => logOn(world, sessions, socket) };
    if (page === '/public' || page.startsWith('/public/')) return { anonymously: () => ({ ...noPublicFolders }) };
    if (!guarded.isOurs(path)) return undefined;
    return { anonymously: (head, socket) => guard(head, socket, { world, sessions, guarded }) };
  };
  return { route };
}

const noPublicFolders: HttpResponse = { status: 404, isExpected: true };
const tlsNeeded: HttpResponse = { status: 403, body: 'Forms-based authentication needs TLS.' };

interface Guard {
  readonly world: World;
  readonly sessions: ReadonlyMap<string, Account>;
  readonly guarded: Guarded;
}

function guard(head: RequestHead, socket: Socket, { world, sessions, guarded }: Guard): HttpResponse | WantedBody {
  if (!(socket instanceof TLSSocket)) return tlsNeeded;
  const session = /(?:^|;\s*)sessionid=([^;]+)/.exec(head.headers.get('cookie') ?? '')?.[1];
  const account = session === undefined ? undefined : sessions.get(session);
  if (account !== undefined) return guarded.respond(world, { head, account, socket });
  return head.method === 'GET' ? toLogonPage(head) : loginTimeout;
}

/** As IIS sends it, with cookies that are over. */
const loginTimeout: HttpResponse = {
  status: 440,
  reason: 'Login Timeout',
  headers: [
    ['Set-Cookie', 'sessionid=; path=/; expires=Thu, 01-Jan-1970 00:00:00 GMT'],
    ['Set-Cookie', 'cadata=; path=/; expires=Thu, 01-Jan-1970 00:00:00 GMT'],
    ['Content-Type', 'text/html'],
  ],
  body: '<HTML><BODY>440 Login Timeout</BODY></HTML>',
};

function toLogonPage({ headers, path }: RequestHead): HttpResponse {
  const url = `https://${headers.get('host') ?? 'localhost'}${path}`;
  return { status: 302, headers: [['Location', `${logonPage}?url=${encodeURIComponent(url)}&reason=0`]] };
}

function logonForm(query: string): HttpResponse {
  const destination = (new URLSearchParams(query).get('url') ?? '/exchange').replaceAll(/[^\w:/.%@-]/g, '');
  const inputs = ['username', 'password', 'SubmitCreds'].map((name) => `<input name="${name}">`).join('');
  return {
    status: 200,
    headers: [['Content-Type', 'text/html; charset=utf-8']],
    body:
      `<html><head><title>Microsoft Outlook Web Access</title></head><body><form action="${logonAction}" method="POST" name="logonForm">` +
      `<input type="hidden" name="destination" value="${destination}"><input type="hidden" name="flags" value="0">${inputs}` +
      '<input type="radio" name="trusted" value="4"></form></body></html>',
  };
}

/** Two cookies for the right password; the page again, and no cookie, for a wrong one. */
const logOn = (world: World, sessions: Map<string, Account>, socket: Socket): HttpResponse | WantedBody =>
  socket instanceof TLSSocket
    ? {
        limit: limits.webDavBody,
        respond: (body) => {
          const form = new URLSearchParams(body.toString('utf8'));
          const { organisation, random } = world;
          const account = signIn(organisation.accounts, form.get('username') ?? '', form.get('password') ?? '');
          if (account === undefined) return { status: 302, headers: [['Location', `${logonPage}?reason=2`]] };
          const session = Buffer.from(random.bytes(16)).toString('hex');
          sessions.set(session, account);
          return welcome(session, form.get('destination') ?? '');
        },
      }
    : tlsNeeded;

const welcome = (session: string, destination: string): HttpResponse => ({
  status: 302,
  headers: [
    ['Location', destination.replaceAll(/[^\x21-\x7e]/g, '') || '/exchange'],
    ['Set-Cookie', `sessionid=${session}; path=/`],
    ['Set-Cookie', `cadata="${session}"; path=/`],
  ],
});
