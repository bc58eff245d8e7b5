import { isStreamed, type AttachmentContent, type StoredProperty } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';
import type { HttpResponse } from '../../http/response.ts';
import { davFailure } from '../dav-failure.ts';
import { type DavRequest, multistatus, requireResource } from '../dav-request.ts';
import type { DavValue } from '../dav-value.ts';
import { type DavName, namespaces } from '../names.ts';
import type { DavResponse } from '../write-multistatus.ts';

/** What X-MS-ENUMATTS tells of each attachment. Exchange 2003 SDK, X-MS-ENUMATTS */
const told: readonly (readonly [name: DavName, tag: number])[] = [
  [{ namespace: 'urn:schemas:contacts:', name: 'cn' }, pidTag.displayName],
  [{ namespace: namespaces.httpmail, name: 'attachmentfilename' }, pidTag.attachLongFilename],
  ...[0x3703001f, 0x3704001f, 0x37050003, 0x370b0003, 0x370e001f, 0x3712001f, 0x3713001f, 0x37140003].map(
    (tag) => [{ namespace: namespaces.proptag, name: `x${tag.toString(16)}` }, tag] as const,
  ),
];

/** The attachments of a message, each under a URL below the message's. */
export function enumerateAttachments(request: DavRequest): HttpResponse {
  const { message, href } = requireResource(request);
  if (message === undefined) throw davFailure(400);
  return multistatus(message.content().attachments.map((attachment, index) => describe(attachment, { href, index })));
}

function describe({ properties }: AttachmentContent, { href, index }: { href: string; index: number }): DavResponse {
  const values = told.flatMap(([name, tag]) => {
    const value = valueOf(properties, tag);
    return value === undefined ? [] : [[name, value] as const];
  });
  const named = valueOf(properties, pidTag.attachLongFilename);
  const fileName = typeof named === 'string' ? named : `Attachment-${index + 1}`;
  const number = [{ namespace: namespaces.proptag, name: 'x0e210003' }, index] as const;
  const size = [{ namespace: namespaces.proptag, name: 'x0e200003' }, sizeOf(properties)] as const;
  return { href: `${href}/${encodeURIComponent(fileName)}`, properties: [...values, size, number] };
}

function valueOf(properties: readonly StoredProperty[], tag: number): DavValue | undefined {
  const found = properties.find((property) => property.tag === tag);
  return found === undefined || isStreamed(found) ? undefined : (found.value as DavValue);
}

function sizeOf(properties: readonly StoredProperty[]): number {
  const data = properties.find(({ tag }) => tag === pidTag.attachDataBinary);
  if (data === undefined) return 0;
  return isStreamed(data) ? data.stream.size : (data.value as Uint8Array).length;
}
