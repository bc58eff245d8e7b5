import type { ImapAuthority, ImapMailbox } from '../mailbox-port.ts';
import type { Output } from '../syntax/format.ts';
import type { FolderView } from './folder-view.ts';

/** What a session is told of the server that it belongs to. */
export interface ImapServerIdentity {
  /** In the greeting: `Microsoft Exchange Server 2003 IMAP4rev1 server version 6.5.7638.1`. */
  readonly product: string;
  readonly hostName: string;
}

export type SessionState = 'notAuthenticated' | 'authenticated' | 'selected' | 'over';

/** What commands may do with the session that they belong to. */
export interface Session {
  readonly identity: ImapServerIdentity;
  readonly authority: ImapAuthority;
  readonly state: SessionState;
  /** Of the session's client; there is one in every state after log-on. */
  readonly mailbox: ImapMailbox;
  /** The selected folder; there is one in the state `selected`. */
  readonly view: FolderView;
  readonly capabilities: readonly string[];
  /** Sends a line that begins with `*`. */
  untagged(...output: readonly Output[]): Promise<void>;
  /** Asks the client to go on, and gives the line that it sends; undefined if it sends none any more. */
  ask(text: string): Promise<string | undefined>;
  logIn(mailbox: ImapMailbox): void;
  /** Selects a folder, or none. */
  open(view: FolderView | undefined): void;
  /** Encrypts the connection once the command is answered; false if it cannot be. */
  encryptNext(): boolean;
  /** Tells the client at once what becomes of the selected folder, until the function is called. */
  followChanges(): () => void;
  end(): void;
}

/** How a command ended: OK with a code and a text of its own, if it has them. */
export interface Completion {
  readonly code?: string;
  readonly text?: string;
}
