import { importMime, type MessageContent } from '@cutover/content';
import type { Organisation } from '../organisation/organisation.ts';
import { addressBook } from '../seeds/address-book.ts';

/** An Internet message as the store keeps it: with the directory's people in it, and as it came. */
export async function importMail(organisation: Organisation, bytes: Uint8Array): Promise<MessageContent> {
  const find = addressBook(organisation);
  const { content } = await importMime(bytes, {
    keepOriginal: true,
    resolve: (address) => {
      const known = find(address.smtp);
      return known.legacyExchangeDN === undefined ? address : known;
    },
  });
  return content;
}
