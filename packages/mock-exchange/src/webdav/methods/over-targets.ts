import type { Element } from '@xmldom/xmldom';
import { statusOf } from '../dav-failure.ts';
import type { DavRequest } from '../dav-request.ts';
import { targetsOf } from '../read-body.ts';
import { pathOf } from '../resource.ts';
import type { DavResponse } from '../write-multistatus.ts';

/** Does something with each resource that the body of a batch names; one that fails is told, and the rest go on. */
export async function overTargets(
  request: DavRequest,
  root: Element | undefined,
  run: (target: DavRequest) => Promise<readonly DavResponse[]> | readonly DavResponse[],
): Promise<DavResponse[]> {
  const responses: DavResponse[] = [];
  for (const href of targetsOf(root)) responses.push(...(await attempt(request, href, run)));
  return responses;
}

async function attempt(
  request: DavRequest,
  href: string,
  run: (target: DavRequest) => Promise<readonly DavResponse[]> | readonly DavResponse[],
): Promise<readonly DavResponse[]> {
  const { origin } = request.context;
  // A name without a slash is one of the folder that the request names.
  const base = `${origin}${encodeURI(request.path).replace(/\/?$/, '/')}`;
  try {
    const path = pathOf(request.context, URL.parse(href, base)?.href ?? href);
    return await run({ ...request, path });
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined) throw error;
    return [{ href, status: `HTTP/1.1 ${status} Error` }];
  }
}
