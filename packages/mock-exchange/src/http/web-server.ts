import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { NtlmAuthority } from '../ntlm/ntlm-acceptor.ts';
import type { MockExchangeOptions } from '../options.ts';
import { defaultOutlookAnywhere } from '../organisation/outlook-anywhere.ts';
import { type Route, routesOf } from '../routes.ts';
import type { World } from '../world.ts';
import { HttpTap } from '../tap/http-tap.ts';
import { streamTap } from '../tap/stream-tap.ts';
import { mailboxOfPath } from '../webdav/mailbox-of-path.ts';
import { HttpAuthentication, type HttpScheme, httpSchemes } from './http-authentication.ts';
import { type AnonymousHandler, HttpConnection, type Router } from './http-connection.ts';
import type { RequestHead } from './request-head.ts';

/** Under which analysers know HTTP; encrypted connections are recorded in the clear. */
const httpPort = 80;

/** Serves the connections of HTTP. */
export interface WebServer {
  /** Takes a connection, encrypted or not. */
  readonly accept: (socket: Socket) => void;
  /** Drops the connections on which a request is being answered. */
  drop(): void;
}

/** Serves what the routes have. */
export function webServer(
  world: World,
  { options, authority, routes }: { options: MockExchangeOptions; authority: NtlmAuthority; routes: readonly Route[] },
): WebServer {
  const { organisation, profile, injector: faults, journal, clock } = world;
  const open = routesOf(routes);
  const realm = organisation.proxyServer;
  const routeFor = (socket: Socket): Router =>
    options.clientCertificates === 'required' && !showsCertificate(socket) ? () => certificateRequired : open;
  const connections = new Set<HttpConnection>();
  const connectionOf = (socket: Socket): HttpConnection => {
    const stream = streamTap(world.tap, httpPort);
    return new HttpConnection(socket, {
      route: routeFor(socket),
      authentication: new HttpAuthentication(authority, { realm, schemesFor: (head) => schemesFor(head, world) }),
      server: profile.webServer,
      faults,
      mailboxOf: (path) => mailboxOfPath(world.organisation, path),
      journal,
      tap: stream && new HttpTap(stream),
      clock,
    });
  };
  return {
    accept: (socket) => {
      const connection = connectionOf(socket);
      connections.add(connection);
      socket.on('close', () => connections.delete(connection));
    },
    drop: () => {
      for (const connection of connections) connection.dropRequest();
    },
  };
}

/** Whether the client has shown a certificate of the authority. */
const showsCertificate = (socket: Socket): boolean => socket instanceof TLSSocket && socket.authorized;

const certificateRequired: AnonymousHandler = {
  anonymously: () => ({
    status: 403,
    headers: [['Content-Type', 'text/html']],
    body: 'HTTP Error 403.7 - Forbidden: SSL client certificate is required.\r\n',
  }),
};

const rpcFolder = /^\/rpc(withcert)?(\/|$)/i;

/** How a client may sign in: at the proxy by what Outlook Anywhere is set to, elsewhere by anything. */
function schemesFor({ path }: RequestHead, { organisation }: World): readonly HttpScheme[] {
  const settings = organisation.outlookAnywhere ?? defaultOutlookAnywhere(organisation.proxyServer);
  if (!rpcFolder.test(path)) return httpSchemes;
  const allowed = new Set(settings.iisAuthenticationMethods.map((method) => method.toLowerCase()));
  return httpSchemes.filter((scheme) => allowed.has(scheme.toLowerCase()));
}
