import type { AttachmentContent, MessageContent } from '@cutover/content';
import { type PropertyJson, propertyFromJson, propertyToJson } from './property-json.ts';

/** A message without a place, in JSON. */
export interface ContentJson {
  readonly properties: readonly PropertyJson[];
  readonly recipients: readonly (readonly PropertyJson[])[];
  readonly attachments: readonly AttachmentJson[];
}

interface AttachmentJson {
  readonly properties: readonly PropertyJson[];
  readonly embedded?: ContentJson | undefined;
}

export const contentToJson = ({ properties, recipients, attachments }: MessageContent): ContentJson => ({
  properties: properties.map(propertyToJson),
  recipients: recipients.map((recipient) => recipient.map(propertyToJson)),
  attachments: attachments.map(({ properties: own, embedded }) => ({
    properties: own.map(propertyToJson),
    ...(embedded === undefined ? {} : { embedded: contentToJson(embedded) }),
  })),
});

export const contentFromJson = ({ properties, recipients, attachments }: ContentJson): MessageContent => ({
  properties: properties.map(propertyFromJson),
  recipients: recipients.map((recipient) => recipient.map(propertyFromJson)),
  attachments: attachments.map(attachmentFromJson),
});

const attachmentFromJson = ({ properties, embedded }: AttachmentJson): AttachmentContent => ({
  properties: properties.map(propertyFromJson),
  ...(embedded === undefined ? {} : { embedded: contentFromJson(embedded) }),
});
