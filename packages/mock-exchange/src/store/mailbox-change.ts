/** A message or a folder as a change names it; `folderId` is that of the folder that holds it. */
export interface ChangedObject {
  readonly folderId: number;
  /** Of a message. */
  readonly messageId?: number;
  /** Of a folder that is held itself. */
  readonly subfolderId?: number;
}

/**
 * What became of a mailbox, told after it happened. `newMail` comes besides `created`. A move or a copy makes a message with
 * another id, which `object` names; `from` is what it was before. `searchComplete` comes besides `modified` of a search folder
 * that was told what to look for.
 */
export type MailboxChange =
  | { readonly kind: 'newMail' | 'created' | 'deleted' | 'searchComplete'; readonly object: ChangedObject }
  | {
      readonly kind: 'modified';
      readonly object: ChangedObject;
      /** True if only the read mark changed. */
      readonly readOnly?: boolean;
    }
  | { readonly kind: 'moved' | 'copied'; readonly object: ChangedObject; readonly from: ChangedObject };

/** Is told of each change of a mailbox, after it. */
export type MailboxListener = (change: MailboxChange) => void;

/** Ends a listener's watching. */
export type StopWatching = () => void;

/** Who wants to know what becomes of a mailbox. */
export class MailboxWatchers {
  readonly #listeners = new Set<MailboxListener>();

  add(listener: MailboxListener): StopWatching {
    // One of its own, so that a listener may watch twice and stop once.
    const entry: MailboxListener = (change) => listener(change);
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  tell(change: MailboxChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
