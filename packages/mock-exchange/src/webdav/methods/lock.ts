import type { HttpResponse } from '../../http/response.ts';
import { davFailure } from '../dav-failure.ts';
import { type DavRequest, requireResource } from '../dav-request.ts';
import { activeLocks } from '../lock-properties.ts';
import type { DavLock } from '../locks.ts';
import { findChild, readBody } from '../read-body.ts';
import { findResource } from '../resource.ts';

/** Seconds that a lock lives unless its client asks for less; Exchange gives 180. */
const usual = 180;
const longest = 3600;

/** Locks a resource against changes of others, or lets a lock live on. RFC 2518 8.10 */
export function lock(request: DavRequest): HttpResponse {
  const resource = requireResource(request);
  const { locks } = request.context.sessions;
  const seconds = secondsOf(request);
  const root = readBody(request.body);
  if (root === undefined) {
    const refreshed = tokensIn(request).map((token) => locks.refresh(resource, token, seconds));
    return told(refreshed.find((one) => one !== undefined) ?? refuse(412));
  }
  const scope = findChild(findChild(root, 'lockscope'), 'shared') === undefined ? 'exclusive' : 'shared';
  const owner = findChild(root, 'owner')?.textContent?.trim() ?? '';
  const isDeep = (request.head.headers.get('depth') ?? 'infinity').toLowerCase() === 'infinity';
  const made = locks.add(resource, { scope, owner, isDeep, seconds }) ?? refuse(423);
  return told(made, [['Lock-Token', `<${made.token}>`]]);
}

const refuse = (status: number): never => {
  throw davFailure(status);
};

const told = (one: DavLock, headers: HttpResponse['headers'] = []): HttpResponse => ({
  status: 200,
  headers: [['Content-Type', 'text/xml'], ...headers],
  body: `<?xml version="1.0"?><a:prop xmlns:a="DAV:"><a:lockdiscovery>${activeLocks([one])}</a:lockdiscovery></a:prop>`,
});

/** `Second-180`, or the first of several that can be had. RFC 2518 9.8 */
function secondsOf({ head }: DavRequest): number {
  const asked = /second-(\d+)/i.exec(head.headers.get('timeout') ?? '')?.[1];
  return Math.min(Math.max(1, Number(asked ?? usual)), longest);
}

/** RFC 2518 8.11 */
export function unlock(request: DavRequest): HttpResponse {
  const token = /<([^>]+)>/.exec(request.head.headers.get('lock-token') ?? '')?.[1] ?? refuse(400);
  if (!request.context.sessions.locks.remove(requireResource(request), token)) throw davFailure(412);
  return { status: 204 };
}

/** Tokens that the request says it knows. RFC 2518 9.4 */
const tokensIn = ({ head }: DavRequest): string[] =>
  [...(head.headers.get('if') ?? '').matchAll(/<(opaquelocktoken:[^>]+)>/gi)].map(([, token]) => token!);

/** Throws where somebody's lock is on what the request names, and the request does not know it. RFC 2518 7 */
function assertUnlocked(request: DavRequest): void {
  const resource = findResource(request.context, request.path);
  if (resource === undefined) return;
  const held = request.context.sessions.locks.on(resource);
  const known = tokensIn(request);
  if (held.length > 0 && !held.some(({ token }) => known.includes(token))) throw davFailure(423);
}

/** Something done that changes what its request names. */
export const changing =
  <T>(run: (request: DavRequest) => T): ((request: DavRequest) => T) =>
  (request) => {
    assertUnlocked(request);
    return run(request);
  };
