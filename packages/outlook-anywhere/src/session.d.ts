import type { DirectoryEntry } from './directory/entry.ts';
import type { Mailbox, OpenMailboxOptions } from './mailbox/mailbox.ts';
import type { CallOptions } from './options.ts';
/** A signed-in client of one organisation; mailboxes opened from it share nothing but their end. */
export interface OutlookAnywhereSession extends AsyncDisposable {
    /** legacyExchangeDN of the account that signed in; undefined if it is in no address list. */
    readonly userDN: string | undefined;
    /** Every object of the global address list, in its order; then groups that only other groups name. */
    directory(options?: CallOptions): AsyncIterable<DirectoryEntry>;
    /** Opens a mailbox on a connection of its own. */
    openMailbox(options: OpenMailboxOptions): Promise<Mailbox>;
    /** Closes every connection of the session. */
    close(): Promise<void>;
}
