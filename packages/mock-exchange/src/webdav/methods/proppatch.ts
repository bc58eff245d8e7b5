import type { Element } from '@xmldom/xmldom';
import { pidTag, propertyType } from '@cutover/wire/properties';
import type { HttpResponse } from '../../http/response.ts';
import { type DavRequest, multistatus, requireResource } from '../dav-request.ts';
import { type DavName, fullName, namespaces } from '../names.ts';
import { childrenOf, findChild, nameOfElement, readBody } from '../read-body.ts';
import type { DavResource } from '../dav-resource.ts';
import { type DavResponse, ok } from '../write-multistatus.ts';
import { changing } from './lock.ts';
import { overTargets } from './over-targets.ts';

/** RFC 2518 8.2: sets and removes properties; one that cannot be set is told so, and the others are. */
export function proppatch(request: DavRequest): HttpResponse {
  const resource = requireResource(request);
  return multistatus([setProperties(resource, readBody(request.body))]);
}

export async function bproppatch(request: DavRequest): Promise<HttpResponse> {
  const root = readBody(request.body);
  return multistatus(
    await overTargets(
      request,
      root,
      changing((target) => [setProperties(requireResource(target), root)]),
    ),
  );
}

const forbidden = 'HTTP/1.1 403 Forbidden';

/** Does what the body says, and tells how it went. */
export function setProperties(resource: DavResource, root: Element | undefined): DavResponse {
  const done: DavName[] = [];
  const refused: DavName[] = [];
  for (const action of ['set', 'remove'] as const) {
    for (const element of childrenOf(findChild(findChild(root, action), 'prop'))) {
      const name = nameOfElement(element);
      const text = action === 'remove' ? undefined : (element.textContent ?? '');
      (change(resource, name, text) ? done : refused).push(name);
    }
  }
  const outcomes = [[ok, done] as const, [forbidden, refused] as const].filter(([, names]) => names.length > 0);
  return { href: resource.href, outcomes };
}

type Change = (resource: DavResource, text: string | undefined) => boolean;

const isTrue = (text: string | undefined): boolean => text === '1' || text?.toLowerCase() === 'true';

/** What can be set under a name of its own. */
const changes: Readonly<Record<string, Change>> = {
  [`${namespaces.httpmail}read`]: ({ mailbox, message }, text) => {
    if (message !== undefined) mailbox.markRead(message.id, { read: isTrue(text) });
    return message !== undefined;
  },
  [`${namespaces.httpmail}subject`]: (resource, text) => setTag(resource, pidTag.subject, text),
  [`${namespaces.httpmail}importance`]: (resource, text) => setTag(resource, pidTag.importance, text),
  [`${namespaces.exchange}outlookmessageclass`]: (resource, text) => setTag(resource, pidTag.messageClass, text),
  [`${namespaces.exchange}outlookfolderclass`]: ({ mailbox, folder, message }, text) => {
    if (message !== undefined || text === undefined) return false;
    mailbox.editFolder(folder.id, { containerClass: text });
    return true;
  },
};

function change(resource: DavResource, name: DavName, text: string | undefined): boolean {
  const known = Object.hasOwn(changes, fullName(name)) ? changes[fullName(name)] : undefined;
  if (known !== undefined) return known(resource, text);
  const tag = name.namespace === namespaces.proptag ? /^x?(?:0x)?([0-9a-f]{8})$/i.exec(name.name)?.[1] : undefined;
  return tag !== undefined && setTag(resource, Number.parseInt(tag, 16), text);
}

/** Values by the type that a tag tells; others are not set by WebDAV here. */
const parsers: Readonly<Record<number, (text: string) => string | number | boolean | Uint8Array>> = {
  [propertyType.unicode]: (text) => text,
  [propertyType.i32]: (text) => Number(text) | 0,
  [propertyType.bool]: isTrue,
  [propertyType.binary]: (text) => Uint8Array.from(Buffer.from(text, 'base64')),
};

function setTag({ mailbox, folder, message }: DavResource, tag: number, text: string | undefined): boolean {
  const parse = parsers[tag & 0xffff];
  // Properties of these ids are the store's own.
  if (parse === undefined || (tag >>> 16 >= 0x6600 && tag >>> 16 < 0x6800)) return false;
  const edit = text === undefined ? { remove: [{ tag }] } : { set: [{ tag, value: parse(text) }] };
  if (message === undefined) mailbox.editFolder(folder.id, edit);
  else mailbox.edit(message.id, edit);
  return true;
}
