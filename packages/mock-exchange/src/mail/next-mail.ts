import { journalErrors } from '../errors.ts';
import { untilWaitedLong } from '../until-waited-long.ts';
import { noMailbox } from '../organisation/refuse-name.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { InformationStore } from '../store/information-store.ts';
import type { Message } from '../store/message.ts';
import { findOwner } from './open-mailbox.ts';

/** A server, as far as it concerns mail that comes. */
export interface MailHost {
  readonly organisation: Organisation;
  readonly store: InformationStore;
}

/**
 * Resolves with the next message that comes to somebody (alias or address) from now on, by SMTP or from another client. An
 * abort rejects it; without a signal that is after 4 seconds.
 */
export function nextMail(
  { organisation, store }: MailHost,
  who: string,
  { signal = untilWaitedLong() }: { signal?: AbortSignal } = {},
): Promise<Message> {
  const mailbox = store.mailbox(findOwner(organisation, who)?.legacyExchangeDN ?? '');
  if (mailbox === undefined) throw noMailbox(organisation, who);
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const stop = mailbox.watch(({ kind, object }) => {
      const message = kind === 'newMail' ? mailbox.message(object.messageId ?? 0) : undefined;
      if (message === undefined) return;
      stop();
      signal.removeEventListener('abort', giveUp);
      resolve(message);
    });
    const giveUp = (): void => {
      stop();
      const { normal: messages } = mailbox.counts(mailbox.wellKnown('inbox'));
      reject(journalErrors.noMail({ who, messages }, { cause: signal.reason }));
    };
    signal.addEventListener('abort', giveUp);
  });
}
