import { fileAttachment } from '../attachments.ts';
import type { AttachmentContent } from '../message-content.ts';
import { type ParameterizedValue, parseParameters } from './content-type.ts';
import { type HeaderBlock, headerValue } from './header-block.ts';

const classes: readonly { readonly type: string; readonly messageClass: string }[] = [
  { type: 'multipart/signed', messageClass: 'IPM.Note.SMIME.MultipartSigned' },
  { type: 'application/pkcs7-mime', messageClass: 'IPM.Note.SMIME' },
  { type: 'application/x-pkcs7-mime', messageClass: 'IPM.Note.SMIME' },
];

/** 001A of a message of this type: signed and encrypted ones have their own. [MS-OXOSMIME] 2.1 */
export const messageClassOf = ({ value }: ParameterizedValue): string =>
  classes.find(({ type }) => type === value)?.messageClass ?? 'IPM.Note';

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
