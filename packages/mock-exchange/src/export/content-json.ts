import { type AttachmentContent, bytesOfMemory, type MessageContent } from '@cutover/content';
import { type PropertyJson, propertyFromJson, propertyToJson } from './property-json.ts';

/** A message without a place, in JSON. */
export interface ContentJson {
  readonly properties: readonly PropertyJson[];
  readonly recipients: readonly (readonly PropertyJson[])[];
  readonly attachments: readonly AttachmentJson[];
  /** The Internet message that it was made of, in base64. */
  readonly mime?: string | undefined;
}

interface AttachmentJson {
  readonly properties: readonly PropertyJson[];
  readonly embedded?: ContentJson | undefined;
}

export const contentToJson = ({ properties, recipients, attachments, mime }: MessageContent): ContentJson => ({
  properties: properties.map(propertyToJson),
  recipients: recipients.map((recipient) => recipient.map(propertyToJson)),
  attachments: attachments.map(({ properties: own, embedded }) => ({
    properties: own.map(propertyToJson),
    ...(embedded === undefined ? {} : { embedded: contentToJson(embedded) }),
  })),
  ...(mime === undefined ? {} : { mime: Buffer.from(mime.read(0, mime.size)).toString('base64') }),
});

export const contentFromJson = ({ properties, recipients, attachments, mime }: ContentJson): MessageContent => ({
  properties: properties.map(propertyFromJson),
  recipients: recipients.map((recipient) => recipient.map(propertyFromJson)),
  attachments: attachments.map(attachmentFromJson),
  ...(mime === undefined ? {} : { mime: bytesOfMemory(Buffer.from(mime, 'base64')) }),
});

const attachmentFromJson = ({ properties, embedded }: AttachmentJson): AttachmentContent => ({
  properties: properties.map(propertyFromJson),
  ...(embedded === undefined ? {} : { embedded: contentFromJson(embedded) }),
});
