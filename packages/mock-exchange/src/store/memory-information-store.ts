import { storeErrors } from '../errors.ts';
import type { InformationStore } from './information-store.ts';
import type { Mailbox } from './mailbox.ts';

/** An InformationStore whose mailboxes are made when they are first asked for. */
export interface MemoryInformationStore extends InformationStore {
  /** Adds the mailbox of an owner; `open` is called at most once. */
  add(legacyExchangeDN: string, open: () => Mailbox): void;
}

/** Makes an InformationStore without mailboxes. */
export function createInformationStore(): MemoryInformationStore {
  const opened = new Map<string, Mailbox>();
  const openers = new Map<string, { owner: string; open: () => Mailbox }>();
  const keyOf = (legacyExchangeDN: string): string => legacyExchangeDN.toLowerCase();
  return {
    get owners() {
      return [...openers.values()].map(({ owner }) => owner);
    },
    add(owner, open) {
      if (openers.has(keyOf(owner))) throw storeErrors.mailboxExists({ owner });
      openers.set(keyOf(owner), { owner, open });
    },
    mailbox(legacyExchangeDN) {
      const key = keyOf(legacyExchangeDN);
      const known = opened.get(key) ?? openers.get(key)?.open();
      if (known !== undefined) opened.set(key, known);
      return known;
    },
  };
}
