import type { HttpResponse } from '../../http/response.ts';
import { davFailure } from '../dav-failure.ts';
import { type DavRequest, multistatus, requireResource } from '../dav-request.ts';
import { permanentFolder } from '../resource.ts';
import { type CallBack, isKnownType, type Subscription } from '../subscriptions.ts';

/** Seconds that a subscription lives unless its client asks for less. */
const longest = 3600;

/** Begins to watch a resource, or goes on with what is watched. Exchange 2003 SDK, SUBSCRIBE */
export function subscribe(request: DavRequest): HttpResponse {
  const { context, head, path } = request;
  if (path.includes(`/${permanentFolder}/`)) throw davFailure(403);
  const resource = requireResource(request);
  const ids = idsOf(request);
  const type = head.headers.get('notification-type')?.trim().toLowerCase();
  if (ids.length > 0) {
    if (type !== undefined || head.headers.has('call-back') || head.headers.has('depth')) throw davFailure(400);
    const renewed = ids.map((id) => context.sessions.subscriptions.renew(id, resource));
    if (renewed.some((one) => one === undefined)) throw davFailure(412);
    return told(renewed as Subscription[]);
  }
  if (type === undefined || !isKnownType(type)) throw davFailure(400);
  const depth = head.headers.get('depth') ?? (resource.message === undefined ? '1' : '0');
  if (depth !== '0' && depth !== '1') throw davFailure(400);
  const wanted = { type, depth: depth === '0' ? 0 : 1 } as const;
  const seconds = Number(head.headers.get('subscription-lifetime') ?? longest);
  const lifetimeMs = (seconds > 0 ? Math.min(seconds, longest) : longest) * 1000;
  return told([context.sessions.subscriptions.add({ resource, wanted, lifetimeMs, callBack: callBackOf(request) })]);
}

const told = (subscriptions: readonly Subscription[]): HttpResponse => ({
  status: 200,
  headers: [
    ['Subscription-ID', subscriptions.map(({ id }) => id).join(', ')],
    ['Content-Location', subscriptions[0]!.href],
    ['Subscription-Lifetime', String(subscriptions[0]!.lifetimeMs / 1000)],
  ],
});

/** Where the client listens for UDP: at its own address, whatever name it gives, as nothing leaves the mock. */
function callBackOf({ head, remoteAddress }: DavRequest): CallBack | undefined {
  const url = head.headers.get('call-back');
  if (url === undefined) return undefined;
  const port = /^httpu:\/\/[^/:]+:(\d{1,5})(\/|$)/i.exec(url)?.[1];
  if (port === undefined || Number(port) > 65_535) throw davFailure(400);
  return { url, host: remoteAddress, port: Number(port) };
}

const idsOf = ({ head }: DavRequest): string[] =>
  (head.headers.get('subscription-id') ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

/** Which of the subscriptions something has happened to since the last time; each lives on. Exchange 2003 SDK, POLL */
export function poll(request: DavRequest): HttpResponse {
  const resource = requireResource(request);
  const ids = idsOf(request);
  const found = ids.map((id) => ({ id, subscription: request.context.sessions.subscriptions.renew(id, resource) }));
  if (found.every(({ subscription }) => subscription === undefined)) throw davFailure(412);
  const groups = {
    '200 OK': [] as string[],
    '204 No Content': [] as string[],
    '412 Precondition Failed': [] as string[],
  };
  for (const { id, subscription } of found) {
    const status =
      subscription === undefined ? '412 Precondition Failed' : subscription.hasFired ? '200 OK' : '204 No Content';
    groups[status].push(id);
    if (subscription !== undefined) subscription.hasFired = false;
  }
  return multistatus(
    Object.entries(groups)
      .filter(([, of]) => of.length > 0)
      .map(([status, subscriptions]) => ({ href: resource.href, status: `HTTP/1.1 ${status}`, subscriptions })),
  );
}

export function unsubscribe(request: DavRequest): HttpResponse {
  const resource = requireResource(request);
  const { subscriptions } = request.context.sessions;
  const found = idsOf(request).map((id) => subscriptions.renew(id, resource));
  if (found.length === 0 || found.includes(undefined)) throw davFailure(412);
  for (const subscription of found) subscriptions.end(subscription!);
  return { status: 200 };
}
