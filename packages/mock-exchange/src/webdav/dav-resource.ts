import type { Folder } from '../store/folder.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { Message } from '../store/message.ts';

/** What a URL names: a folder, or a message in one. */
export interface DavResource {
  readonly mailbox: Mailbox;
  readonly folder: Folder;
  readonly message: Message | undefined;
  /** Whole URL. */
  readonly href: string;
}
