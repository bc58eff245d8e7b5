import type { RequestHead } from '../http/request-head.ts';
import type { HttpResponse } from '../http/response.ts';
import { davFailure } from './dav-failure.ts';
import type { DavContext } from './dav-context.ts';
import type { DavResource } from './dav-resource.ts';
import { findResource } from './resource.ts';
import { type DavResponse, writeMultistatus } from './write-multistatus.ts';

/** A request that a method answers. */
export interface DavRequest {
  readonly context: DavContext;
  readonly head: RequestHead;
  readonly path: string;
  readonly body: Uint8Array;
  /** The client's own address. */
  readonly remoteAddress: string;
}

export type DavMethod = (request: DavRequest) => Promise<HttpResponse> | HttpResponse;

/** What the request's path names; 404 where nothing stands there. */
export function requireResource({ context, path }: Pick<DavRequest, 'context' | 'path'>): DavResource {
  const resource = findResource(context, path);
  if (resource === undefined) throw davFailure(404);
  return resource;
}

export const multistatus = (
  responses: readonly DavResponse[],
  range?: { rows: string; total: number },
): HttpResponse => ({
  status: 207,
  headers: [
    ['Content-Type', 'text/xml'],
    ...(range === undefined ? [] : [['Content-Range', `rows ${range.rows}; total=${range.total}`] as const]),
  ],
  body: writeMultistatus(responses, range?.rows),
});
