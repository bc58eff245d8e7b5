import type { Element } from '@xmldom/xmldom';
import type { HttpResponse } from '../../http/response.ts';
import { davFailure } from '../dav-failure.ts';
import { type DavRequest, multistatus, requireResource } from '../dav-request.ts';
import type { DavValue } from '../dav-value.ts';
import type { DavName } from '../names.ts';
import { allProperties, readProperty } from '../properties.ts';
import { childrenOf, findChild, nameOfElement, readBody } from '../read-body.ts';
import type { DavContext } from '../dav-context.ts';
import type { DavResource } from '../dav-resource.ts';
import { below } from '../resource.ts';
import type { DavResponse } from '../write-multistatus.ts';
import { overTargets } from './over-targets.ts';

/** What of each resource is wanted. */
interface Wanted {
  readonly names: readonly DavName[];
  /** Leaves out what is not there, as nobody asked for it by name. */
  readonly onlyFound: boolean;
  /** Tells the names alone. */
  readonly onlyNames: boolean;
}

/** RFC 2518 8.1 */
export async function propfind(request: DavRequest): Promise<HttpResponse> {
  const wanted = wantedOf(readBody(request.body));
  return multistatus(await describeAll(request, wanted));
}

/** The same of resources that the body names. [MS-WDVME] 2.2.5 */
export async function bpropfind(request: DavRequest): Promise<HttpResponse> {
  const root = readBody(request.body);
  const wanted = wantedOf(root);
  return multistatus(await overTargets(request, root, (target) => describeAll(target, wanted)));
}

function wantedOf(root: Element | undefined): Wanted {
  const prop = findChild(root, 'prop');
  if (prop !== undefined) return { names: childrenOf(prop).map(nameOfElement), onlyFound: false, onlyNames: false };
  return { names: allProperties, onlyFound: true, onlyNames: findChild(root, 'propname') !== undefined };
}

const depths = new Set(['0', '1', 'infinity', '1,noroot', 'infinity,noroot']);

function* resourcesWithin({ context, head }: DavRequest, resource: DavResource): Generator<DavResource> {
  const depth = (head.headers.get('depth') ?? 'infinity').toLowerCase().replaceAll(' ', '');
  if (!depths.has(depth)) throw davFailure(400);
  if (!depth.endsWith('noroot')) yield resource;
  if (resource.message !== undefined || depth.startsWith('0')) return;
  yield* below(context, resource, { deep: depth.startsWith('infinity') });
}

async function describeAll(request: DavRequest, wanted: Wanted): Promise<DavResponse[]> {
  const responses: DavResponse[] = [];
  for (const resource of resourcesWithin(request, requireResource(request))) {
    responses.push(await describe(resource, wanted, request.context));
  }
  return responses;
}

async function describe(resource: DavResource, wanted: Wanted, context: DavContext): Promise<DavResponse> {
  const properties: (readonly [DavName, DavValue | undefined])[] = [];
  for (const name of wanted.names) {
    const value = await readProperty(resource, name, context);
    if (value === undefined && wanted.onlyFound) continue;
    properties.push([name, wanted.onlyNames ? '' : value]);
  }
  return { href: resource.href, properties };
}
