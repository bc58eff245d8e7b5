import type { MessageContent } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';

/** A message with a subject and nothing else. */
export const simpleMessage = (subject: string): MessageContent => ({
  properties: [
    { tag: pidTag.messageClass, value: 'IPM.Note' },
    { tag: pidTag.subject, value: subject },
  ],
  recipients: [],
  attachments: [],
});
