import { pidTag } from '@cutover/wire/properties';
import { decompressRtf } from '../blobs/compressed-rtf.ts';
import type { AttachmentContent, MessageContent } from '../message-content.ts';
import { charsetOf } from '../mime/code-pages.ts';
import { PropertyReader } from './property-reader.ts';

/** A part of a message: bytes of a type, or parts below a multipart type. */
export type Part = LeafPart | MultiPart;

export interface LeafPart {
  readonly type: string | undefined;
  readonly filename?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly content: string | Uint8Array | { readonly message: MessageContent };
}

export interface MultiPart {
  readonly type: string;
  readonly parts: readonly Part[];
}

/** The parts of a message, as flat as its bodies and attachments allow. RFC 2046 5.1; [MS-OXCMAIL] 2.1.3.3 */
export function renderParts(content: MessageContent, besides: readonly Part[] = []): Part {
  const reader = new PropertyReader(content.properties);
  const attachments = content.attachments.filter((attachment) => !isException(attachment));
  const pictures = reader.has(pidTag.html) ? attachments.filter(isInline) : [];
  const bodies = [...bodyParts(reader, pictures.map(attachmentPart)), ...besides];
  const files = attachments.filter((attachment) => !pictures.includes(attachment));
  const body = wrap('multipart/alternative', bodies.length > 0 ? bodies : [textPart('')]);
  return wrap('multipart/mixed', [body, ...files.map(attachmentPart)]);
}

const wrap = (type: string, parts: readonly Part[]): Part => (parts.length === 1 ? parts[0]! : { type, parts });

const textPart = (content: string): Part => ({ type: 'text/plain; charset=utf-8', content });

const utf8CodePage = 65001;

/** The bodies from the plainest to the richest; rich text stands for itself only where there is no HTML. */
function bodyParts(reader: PropertyReader, pictures: readonly Part[]): Part[] {
  const codePage = reader.number(pidTag.internetCodepage) ?? utf8CodePage;
  const text = reader.text(pidTag.body, codePage);
  const html = reader.bytes(pidTag.html) ?? reader.text(pidTag.html);
  const rtf = html === undefined ? reader.bytes(pidTag.rtfCompressed) : undefined;
  return [
    ...(text === undefined ? [] : [textPart(text)]),
    ...(html === undefined ? [] : [withPictures(htmlPart(html, codePage), pictures)]),
    ...(rtf === undefined ? [] : [{ type: 'text/rtf', headers: asBase64, content: decompressRtf(rtf) }]),
  ];
}

const htmlPart = (content: string | Uint8Array, codePage: number): Part => {
  const charset = typeof content === 'string' ? 'utf-8' : (charsetOf(codePage) ?? 'utf-8');
  return { type: `text/html; charset=${charset}`, content };
};

const withPictures = (html: Part, pictures: readonly Part[]): Part => wrap('multipart/related', [html, ...pictures]);

const asBase64 = [['Content-Transfer-Encoding', 'base64']] as const;
const renderedInBody = 4;

const isInline = ({ properties }: AttachmentContent): boolean => {
  const reader = new PropertyReader(properties);
  const isRendered = ((reader.number(pidTag.attachFlags) ?? 0) & renderedInBody) !== 0;
  return isRendered && reader.has(pidTag.attachContentId);
};

/** An instance of a series that differs: a calendar tells it, no mail does. [MS-OXOCAL] 2.2.10.1 */
const isException = ({ properties, embedded }: AttachmentContent): boolean =>
  embedded !== undefined && properties.some(({ tag }) => tag === pidTag.exceptionReplaceTime);

function attachmentPart({ properties, embedded }: AttachmentContent): Part {
  const reader = new PropertyReader(properties);
  if (embedded !== undefined) return { type: 'message/rfc822', content: { message: embedded } };
  const filename = fileName(reader);
  const contentId = reader.text(pidTag.attachContentId);
  const location = reader.text(pidTag.attachContentLocation);
  const disposition = isInline({ properties }) ? 'inline' : 'attachment';
  return {
    type: typeOf(reader),
    filename,
    headers: [
      ...asBase64,
      ['Content-Disposition', disposition],
      ...(contentId === undefined ? [] : [['Content-ID', `<${contentId}>`] as const]),
      ...(location === undefined ? [] : [['Content-Location', location] as const]),
    ],
    content: reader.bytes(pidTag.attachDataBinary) ?? new Uint8Array(),
  };
}

const fileName = (reader: PropertyReader): string =>
  reader.text(pidTag.attachLongFilename) ||
  reader.text(pidTag.attachFilename) ||
  reader.text(pidTag.displayName) ||
  'attachment';

/** 370E; types that would have to hold parts are none for a file, and one without a type is told by its name. */
function typeOf(reader: PropertyReader): string | undefined {
  const type = reader.text(pidTag.attachMimeTag);
  if (type === undefined || !/^[!-~]+\/[!-~]+$/.test(type)) return undefined;
  return /^(multipart|message)\//i.test(type) ? 'application/octet-stream' : type;
}
