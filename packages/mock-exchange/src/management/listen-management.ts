import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mockErrors } from '../errors.ts';
import type { Listener } from '../http/front-end.ts';
import { limits } from '../limits.ts';
import { reasonOf } from '../reason-of.ts';
import { signIn } from '../organisation/sign-in.ts';
import { tellProblems } from '../validate.ts';
import type { ManagedWorld } from './managed-world.ts';
import type { ManagementAnswer } from './operation.ts';
import { operations } from './operations.ts';

/**
 * Listens for the management endpoint: JSON over HTTP, with the administrator's name and password as Basic credentials. It is an
 * extension of the mock's: an Exchange server is administered by PowerShell itself.
 */
export async function listenManagement(
  world: ManagedWorld,
  { host, port }: { host: string; port: number },
): Promise<Listener> {
  const server = createServer((request, response) => void respond(world, request, response));
  await startListening(server, { host, port });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function startListening(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  server.listen({ host, port });
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw mockErrors.cannotListen({ host, port, reason: reasonOf(cause) }, { cause });
  }
}

async function respond(world: ManagedWorld, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { body, status, text: pieces } = await answerTo(world, request);
  if (pieces !== undefined) return sendPieces(response, pieces);
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(status === 401 && { 'www-authenticate': 'Basic realm="management"' }),
    ...(text !== '' && { 'content-type': 'application/json' }),
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** Sends what may be large as it is made, no faster than it is taken. */
async function sendPieces(response: ServerResponse, pieces: Iterable<string>): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' });
  await pipeline(Readable.from(pieces), response).catch(() => undefined);
}

const refused = (status: number, error: string): ManagementAnswer => ({ status, body: { error } });

async function answerTo(world: ManagedWorld, request: IncomingMessage): Promise<ManagementAnswer> {
  if (!isAdministrator(world, request.headers.authorization)) {
    return refused(401, "The administrator's name and password are needed.");
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://management');
  const found = operations.flatMap((operation) => {
    const name = nameIn(operation.path, pathname);
    return name === undefined ? [] : [{ operation, name }];
  });
  if (found.length === 0) return refused(404, `There is nothing at ${pathname}.`);
  const asked = found.find(({ operation }) => operation.method === request.method);
  if (asked === undefined) return refused(405, `${request.method} cannot be done with ${pathname}.`);
  const { operation, name } = asked;
  const query = Object.fromEntries(searchParams);
  if (operation.accepts === undefined) return operation.run(world, { name, query, body: undefined });
  const json = await readJson(request, operation.longest ?? limits.managementBody);
  if (json === undefined) return refused(400, 'The body is no JSON, or too long.');
  const parsed = operation.accepts.safeParse(json, { reportInput: true });
  if (!parsed.success) return refused(400, tellProblems(operation.accepts, parsed.error).join('; '));
  return operation.run(world, { name, query, body: parsed.data });
}

function isAdministrator({ live }: ManagedWorld, authorization: string | undefined): boolean {
  const [scheme = '', value = ''] = (authorization ?? '').split(/\s+/, 2);
  const given = Buffer.from(value, 'base64').toString('utf8');
  const colon = given.indexOf(':');
  if (scheme.toLowerCase() !== 'basic' || colon < 0) return false;
  const account = signIn(live.current.accounts, given.slice(0, colon), given.slice(colon + 1));
  return account?.userName.toLowerCase() === 'administrator';
}

/** What stands at `:name` of the pattern, '' for a pattern without it; undefined for another path. */
function nameIn(pattern: string, path: string): string | undefined {
  const wanted = pattern.split('/');
  const parts = path.split('/');
  if (wanted.length !== parts.length) return undefined;
  if (!wanted.every((part, index) => part === ':name' || part === parts[index])) return undefined;
  const at = wanted.indexOf(':name');
  return at < 0 ? '' : decodeURIComponent(parts[at]!);
}

/** The body as JSON; undefined for what is none, or too long. */
async function readJson(request: IncomingMessage, longest: number): Promise<unknown> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > longest) return undefined;
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
