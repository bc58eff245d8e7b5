import { pidTag } from '@cutover/wire/properties';
import type { MessageContent } from '../message-content.ts';
import { PropertyReader } from './property-reader.ts';
import type { Part } from './render-parts.ts';

/** The body of a signed or encrypted message, which is kept as its only attachment. */
export interface SecureBody {
  readonly part: Part;
  /** A clear-signed entity, header fields and all, that takes the place of the part. */
  readonly entity?: Uint8Array;
}

/** The whole of a message of class IPM.Note.SMIME…; undefined for others. [MS-OXOSMIME] 2.1 */
export function secureBody({ properties, attachments }: MessageContent): SecureBody | undefined {
  const messageClass = new PropertyReader(properties).text(pidTag.messageClass)?.toLowerCase() ?? '';
  const [attachment] = attachments;
  if (!messageClass.startsWith('ipm.note.smime') || attachment === undefined) return undefined;
  const reader = new PropertyReader(attachment.properties);
  const content = reader.bytes(pidTag.attachDataBinary);
  if (content === undefined) return undefined;
  const type = reader.text(pidTag.attachMimeTag) ?? 'application/pkcs7-mime';
  if (type === 'multipart/signed') return { part: { type: undefined, content: '' }, entity: content };
  const headers = [
    ['Content-Transfer-Encoding', 'base64'],
    ['Content-Disposition', 'attachment'],
  ] as const;
  return { part: { type, filename: 'smime.p7m', headers, content } };
}
