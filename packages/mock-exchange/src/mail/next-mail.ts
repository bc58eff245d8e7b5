import { seedErrors } from '../errors.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { InformationStore } from '../store/information-store.ts';
import type { Message } from '../store/message.ts';
import { findOwner } from './open-mailbox.ts';

/** A server, as far as it concerns mail that comes. */
export interface MailHost {
  readonly organisation: Organisation;
  readonly store: InformationStore;
}

/** Resolves with the next message that comes to somebody (alias or address) from now on, by SMTP or from another client. */
export function nextMail(
  { organisation, store }: MailHost,
  who: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Message> {
  const mailbox = store.mailbox(findOwner(organisation, who)?.legacyExchangeDN ?? '');
  if (mailbox === undefined) throw seedErrors.noMailbox({ who });
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = mailbox.watch(({ kind, object }) => {
      const message = kind === 'newMail' ? mailbox.message(object.messageId ?? 0) : undefined;
      if (message === undefined) return;
      stop();
      resolve(message);
    });
    signal?.addEventListener('abort', () => {
      stop();
      reject(signal.reason);
    });
  });
}
