/** What every entry has. */
export interface EntryBase {
  /** From 1, in the order in which things happened. */
  readonly number: number;
  /** Milliseconds since 1970 by the server's clock. */
  readonly at: number;
  /** User name of the caller; undefined before anybody has signed in. */
  readonly account: string | undefined;
  /** Whether the client sent what the server does not have, or what has no place in the protocol. */
  readonly isUnexpected: boolean;
}

/** An HTTP request that was answered without becoming a channel. */
export interface HttpEntry extends EntryBase {
  readonly kind: 'http';
  readonly method: string;
  /** Decoded, without its query. */
  readonly path: string;
  /** legacyExchangeDN of the mailbox that the path of WebDAV names. */
  readonly mailbox?: string | undefined;
  readonly status: number;
}

/** An RPC call. */
export interface CallEntry extends EntryBase {
  readonly kind: 'call';
  /** e.g. NSPI. */
  readonly interface: string;
  /** e.g. NspiQueryRows; the number of one that does not exist. */
  readonly operation: string;
  /** Decoded when it is looked at; undefined for a stub that cannot be. */
  readonly request: unknown;
  /** Status of the fault that answered it. */
  readonly fault: number | undefined;
}

/** A ROP within a call of EcDoRpcExt2. */
export interface RopEntry extends EntryBase {
  readonly kind: 'rop';
  /** e.g. RopLogon; the number of one that does not exist. */
  readonly rop: string;
  /** legacyExchangeDN of the mailbox. */
  readonly mailbox: string | undefined;
  /** Decoded; undefined for what cannot be. */
  readonly request: unknown;
  /** 0 for success. [MS-OXCDATA] 2.4 */
  readonly returnValue: number;
}

/** A connection that was closed, as the client broke the protocol. */
export interface ViolationEntry extends EntryBase {
  readonly kind: 'violation';
  /** What was broken, in words. */
  readonly what: string;
}

/** A command of IMAP and its answer. */
export interface ImapEntry extends EntryBase {
  readonly kind: 'imap';
  /** e.g. UID FETCH. */
  readonly command: string;
  /** legacyExchangeDN of the mailbox. */
  readonly mailbox: string | undefined;
  /** Decoded, passwords hidden; undefined for what cannot be read. */
  readonly request: unknown;
  /** e.g. OK FETCH completed. */
  readonly answer: string;
}

/** A command of SMTP and its answer. */
export interface SmtpEntry extends EntryBase {
  readonly kind: 'smtp';
  /** e.g. RCPT; DATA for the message itself, too. */
  readonly command: string;
  /** The line as it came, credentials hidden. */
  readonly request: string;
  /** e.g. 250 Accepted. */
  readonly answer: string;
}

/** One thing that happened on the wire, decoded; `kind` says which. */
export type JournalEntry = HttpEntry | CallEntry | RopEntry | ImapEntry | SmtpEntry | ViolationEntry;

/** An entry before the journal has numbered it. */
export type NewEntry<E = JournalEntry> = E extends EntryBase ? Omit<E, 'number' | 'at'> : never;

/** The name under which an entry is found and printed. */
export function nameOf(entry: NewEntry): string {
  if (entry.kind === 'http') return `${entry.method} ${entry.path}`;
  if (entry.kind === 'call') return entry.operation;
  if (entry.kind === 'imap' || entry.kind === 'smtp') return entry.command;
  return entry.kind === 'rop' ? entry.rop : entry.what;
}
