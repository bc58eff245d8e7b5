import { type MailAddress, type MessageContent, PropertyList, setRepresenting, setSender } from '@cutover/content';
import type { StoredProperty } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';
import type { MailboxUser } from '../../../organisation/recipient.ts';

/** Who sent a message; on whose behalf only if the client has not said so. */
export function senderProperties({ properties }: MessageContent, sender: MailboxUser): readonly StoredProperty[] {
  const address: MailAddress = {
    name: sender.displayName,
    smtp: sender.primarySmtpAddress,
    legacyExchangeDN: sender.legacyExchangeDN,
  };
  const list = new PropertyList();
  setSender(list, address);
  const isRepresenting = properties.some(({ tag }) => tag === pidTag.sentRepresentingName);
  if (!isRepresenting) setRepresenting(list, address);
  return list.toArray();
}
