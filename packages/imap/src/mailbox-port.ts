/** The flags that a message may have here; there are no keywords. RFC 3501 2.3.2 */
export const messageFlags = ['\\Seen', '\\Answered', '\\Flagged', '\\Deleted', '\\Draft'] as const;
/** A flag that is kept with a message. RFC 3501 2.3.2 */
export type MessageFlag = (typeof messageFlags)[number];

/** A message as it is at one moment. */
export interface ImapMessage {
  /** Ascends in a folder as messages come, and is never given again. */
  readonly uid: number;
  readonly flags: ReadonlySet<MessageFlag>;
  readonly internalDate: Date;
  /** The bytes, which are the same for ever. */
  bytes(): Promise<Uint8Array>;
}

/** A folder as it is at one moment. */
export interface ImapFolder {
  /** Names from the top; `INBOX` for the one that mail comes to. */
  readonly path: readonly string[];
  readonly uidValidity: number;
  /** The uid that no message has had yet. */
  readonly uidNext: number;
}

/** A message that a client puts into a folder. */
export interface AppendedMessage {
  readonly bytes: Uint8Array;
  readonly flags: ReadonlySet<MessageFlag>;
  readonly internalDate: Date | undefined;
}

/**
 * One mailbox with its folders, as the session asks for it. What cannot be done is thrown as `imapErrors.refused`; a
 * folder that is gone counts as empty.
 */
export interface ImapMailbox {
  /** Every folder, those above before those below. */
  folders(): readonly ImapFolder[];
  /** In the order of their uids. */
  messages(folder: ImapFolder): readonly ImapMessage[];
  setFlags(folder: ImapFolder, uid: number, flags: ReadonlySet<MessageFlag>): void;
  /** Gives the uid of the new message. */
  append(folder: ImapFolder, message: AppendedMessage): Promise<number>;
  /** Gives the uid of the copy. */
  copy(folder: ImapFolder, uid: number, target: ImapFolder): number;
  remove(folder: ImapFolder, uid: number): void;
  createFolder(path: readonly string[]): void;
  deleteFolder(path: readonly string[]): void;
  renameFolder(from: readonly string[], to: readonly string[]): void;
  /** Folders that the owner has subscribed to, also such as are gone. */
  subscribed(): readonly (readonly string[])[];
  subscribe(path: readonly string[], options: { subscribed: boolean }): void;
  /** Calls back after every change, until the function that it gives is called. */
  watch(listener: () => void): () => void;
}

/** One exchange of AUTHENTICATE: what the client sends is answered by a challenge, a mailbox, or a refusal. */
export interface ImapSasl {
  step(response: Uint8Array): { readonly challenge: Uint8Array } | { readonly mailbox: ImapMailbox } | undefined;
}

/** Who may come in, and how. */
export interface ImapAuthority {
  /** The mailbox that a name and a password open; undefined if they open none. */
  logIn(userName: string, password: string): ImapMailbox | undefined;
  /** Mechanisms of AUTHENTICATE by their names. */
  readonly mechanisms: Readonly<Record<string, () => ImapSasl>>;
}
