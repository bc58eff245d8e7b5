import { fileAttachment } from '../attachments.ts';
import type { AttachmentContent } from '../message-content.ts';
import { parseParameters } from './content-type.ts';
import { type HeaderBlock, headerValue } from './header-block.ts';

/**
 * The one attachment of a clear-signed message: the signed entity with its header, byte for byte, as a signature
 * bears no other form. [MS-OXOSMIME] 2.1.3.1
 */
export function signedEntity(raw: Uint8Array, header: HeaderBlock): AttachmentContent | undefined {
  const type = headerValue(header, 'content-type');
  if (type === undefined || parseParameters(type).value !== 'multipart/signed') return undefined;
  const fields = header.fields.filter(({ name }) => name.startsWith('content-') || name === 'mime-version');
  const head = fields.map(({ name, value }) => `${name}: ${value}\r\n`).join('');
  const data = Uint8Array.from(Buffer.concat([Buffer.from(`${head}\r\n`, 'latin1'), raw.subarray(header.bodyStart)]));
  return fileAttachment({ name: 'smime.p7m', mimeType: 'multipart/signed', data });
}
