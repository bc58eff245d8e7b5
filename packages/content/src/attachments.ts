import { pidTag } from '@cutover/wire/properties';
import type { AttachmentContent, ByteSource, MessageContent } from './message-content.ts';
import { PropertyList } from './property-list.ts';

/** 3705. [MS-OXCMSG] 2.2.2.9 */
const attachMethod = { byValue: 1, embeddedMessage: 5 } as const;
/** 3714: the attachment is shown in the body. [MS-OXCMSG] 2.2.2.18 */
const renderedInBody = 4;
/** 370B of an attachment that has no place in the text. */
const noPosition = -1;

/** A file that is to be attached. */
export interface FileAttachment {
  readonly name: string;
  readonly mimeType?: string;
  readonly data: Uint8Array | ByteSource;
  /** Without angle brackets. */
  readonly contentId?: string;
  readonly contentLocation?: string;
  /** Shown in the HTML body, not in the list. */
  readonly inline?: boolean;
  readonly modifiedAt?: bigint;
}

/** The name with the dot, as 3703 has it. */
function extensionOf(name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  return dot > 0 && dot < name.length - 1 ? name.slice(dot) : undefined;
}

/** The name that 3704 had room for: eight characters, a dot and three. */
function shortName(name: string): string {
  const extension = (extensionOf(name) ?? '').slice(0, 4);
  const base = extension === '' ? name : name.slice(0, name.lastIndexOf('.'));
  const plain = base.replaceAll(/[^\p{L}\p{N}_-]/gu, '');
  return (plain.length > 8 ? `${plain.slice(0, 6)}~1` : plain) + extension;
}

/** An attached file. [MS-OXCMSG] 2.2.2 */
export function fileAttachment(file: FileAttachment): AttachmentContent {
  const { name, mimeType, data, contentId, contentLocation, inline = false } = file;
  const list = new PropertyList()
    .set(pidTag.attachMethod, attachMethod.byValue)
    .set(pidTag.attachLongFilename, name)
    .set(pidTag.attachFilename, shortName(name))
    .set(pidTag.attachExtension, extensionOf(name))
    .set(pidTag.displayName, name)
    .set(pidTag.attachMimeTag, mimeType)
    .set(pidTag.attachContentId, contentId)
    .set(pidTag.attachContentLocation, contentLocation)
    .set(pidTag.renderingPosition, noPosition)
    .set(pidTag.attachFlags, inline ? renderedInBody : 0)
    .set(pidTag.attachmentHidden, inline)
    .set(pidTag.lastModificationTime, file.modifiedAt);
  const bytes = { tag: pidTag.attachDataBinary };
  const content = data instanceof Uint8Array ? { ...bytes, value: data } : { ...bytes, stream: data };
  return { properties: [...list.toArray(), content] };
}

/** An attached message; `name` is what a list of attachments shows, its subject as a rule. */
export function messageAttachment(name: string, embedded: MessageContent): AttachmentContent {
  const properties = new PropertyList()
    .set(pidTag.attachMethod, attachMethod.embeddedMessage)
    .set(pidTag.displayName, name)
    .set(pidTag.renderingPosition, noPosition)
    .set(pidTag.attachFlags, 0)
    .set(pidTag.attachmentHidden, false)
    .toArray();
  return { properties, embedded };
}
