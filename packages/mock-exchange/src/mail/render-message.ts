import { dateFromFiletime } from '@cutover/wire';
import { findRecipient, type Organisation } from '../organisation/organisation.ts';
import type { Message } from '../store/message.ts';

/** Renderings of messages that are still in use; a changed message is another object. */
const rendered = new WeakMap<Message, WeakRef<Promise<Uint8Array>>>();

/** A message of a mailbox as every door shows it: the same bytes for as long as nobody edits what it says. */
export function renderMessage(organisation: Organisation, message: Message): Promise<Uint8Array> {
  const known = rendered.get(message)?.deref();
  if (known !== undefined) return known;
  const fresh = render(organisation, message);
  rendered.set(message, new WeakRef(fresh));
  return fresh;
}

/** A change of marks alone makes another object of the message, but the same bytes. */
export function keepRendering(before: Message, after: Message): void {
  const known = rendered.get(before);
  if (known !== undefined) rendered.set(after, known);
}

async function render(organisation: Organisation, message: Message): Promise<Uint8Array> {
  // Loaded with the first message that is shown, as most servers show none.
  const { renderMime } = await import('@cutover/content/render');
  return renderMime(message.content(), {
    date: dateFromFiletime(message.deliveredAt),
    domain: organisation.domain,
    smtpOf: (dn) => findRecipient(organisation, dn)?.primarySmtpAddress,
  });
}
