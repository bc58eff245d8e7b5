import type { HttpResponse } from '../../http/response.ts';
import { davFailure } from '../dav-failure.ts';
import { type DavRequest, multistatus, requireResource } from '../dav-request.ts';
import { findChild, readBody } from '../read-body.ts';
import type { DavResource } from '../dav-resource.ts';
import { type DavPlace, findPlace, pathOf, resourceAt, urlNameTag } from '../resource.ts';
import { type DavResponse, ok } from '../write-multistatus.ts';
import { changing } from './lock.ts';
import { overTargets } from './over-targets.ts';
import { setProperties } from './proppatch.ts';

/** Makes a folder; properties that the body sets are those of a PROPPATCH. [MS-WDVME] */
export function mkcol(request: DavRequest): HttpResponse {
  const { context, path, body } = request;
  const { mailbox, parent, name } = findPlace(context, path);
  if (name === '') throw davFailure(405);
  mailbox.createFolder(parent.id, { name, containerClass: parent.containerClass });
  const root = readBody(body);
  const resource = requireResource(request);
  if (root !== undefined) setProperties(resource, root);
  return { status: 201, headers: [['Location', resource.href]] };
}

/** The folder with all that is in it, or the message; neither is kept in Deleted Items. */
export function remove(request: DavRequest): HttpResponse {
  removeResource(requireResource(request));
  return { status: 200 };
}

function removeResource({ mailbox, folder, message }: DavResource): void {
  if (message === undefined) mailbox.deleteFolder(folder.id);
  else mailbox.deleteMessage(message.id);
}

type Transfer = (resource: DavResource, target: DavPlace) => void;

const moveResource: Transfer = ({ mailbox, folder, message }, { parent, name }) => {
  if (message === undefined) mailbox.moveFolder(folder.id, parent.id, { name });
  else rename(mailbox, mailbox.moveMessage(message.id, parent.id).id, name);
};

const copyResource: Transfer = ({ mailbox, folder, message }, { parent, name }) => {
  if (message === undefined) mailbox.copyFolder(folder.id, parent.id, { name, subfolders: true });
  else rename(mailbox, mailbox.copyMessage(message.id, parent.id).id, name);
};

const rename = (mailbox: DavResource['mailbox'], id: number, name: string): void =>
  void mailbox.edit(id, { set: [{ tag: urlNameTag, value: name }] });

export const move = (request: DavRequest): HttpResponse => transfer(request, moveResource);
export const copy = (request: DavRequest): HttpResponse => transfer(request, copyResource);

/** RFC 2518 8.8, 8.9; what is there gives way unless Overwrite says no. Between mailboxes nothing is carried. */
function transfer(request: DavRequest, run: Transfer): HttpResponse {
  const { context, head } = request;
  const resource = requireResource(request);
  const target = findPlace(context, pathOf(context, head.headers.get('destination') ?? fail()));
  if (target.name === '' || target.mailbox !== resource.mailbox) throw davFailure(403);
  const before = resourceAt(context, target);
  if (before !== undefined) {
    if (head.headers.get('overwrite')?.toUpperCase() === 'F') throw davFailure(412);
    if (before.href === resource.href) throw davFailure(403);
    removeResource(before);
  }
  run(resource, target);
  return { status: before === undefined ? 201 : 204, headers: [['Location', resourceAt(context, target)!.href]] };
}

function fail(): never {
  throw davFailure(400);
}

export const bdelete = async (request: DavRequest): Promise<HttpResponse> =>
  multistatus(
    await overTargets(
      request,
      readBody(request.body),
      changing((target) => {
        const resource = requireResource(target);
        removeResource(resource);
        return [{ href: resource.href, status: ok }];
      }),
    ),
  );

export const bmove = (request: DavRequest): Promise<HttpResponse> => batch(request, moveResource, changing);
export const bcopy = (request: DavRequest): Promise<HttpResponse> => batch(request, copyResource, (run) => run);

/** Puts what the body names into the folder that Destination names, under the names that it has. */
async function batch(request: DavRequest, run: Transfer, guard: typeof changing): Promise<HttpResponse> {
  const { context, head, body } = request;
  const destination = requireResource({ context, path: pathOf(context, head.headers.get('destination') ?? fail()) });
  if (destination.message !== undefined) throw davFailure(409);
  const root = readBody(body);
  if (findChild(root, 'target') === undefined) throw davFailure(400);
  return multistatus(
    await overTargets(
      request,
      root,
      guard((target) => [carry(target, destination, run)]),
    ),
  );
}

function carry(target: DavRequest, destination: DavResource, run: Transfer): DavResponse {
  const resource = requireResource(target);
  if (destination.mailbox !== resource.mailbox) throw davFailure(403);
  const name = decodeURIComponent(resource.href.replace(/\/$/, '').split('/').at(-1)!);
  run(resource, { mailbox: destination.mailbox, parent: destination.folder, name });
  return { href: resource.href, status: 'HTTP/1.1 201 Created' };
}
