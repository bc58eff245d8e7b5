import type { Folder } from '../../../store/folder.ts';
import type { Mailbox } from '../../../store/mailbox.ts';

/** The rights of an account in folders of a mailbox that is not his. */
export type RightsIn = (folder: Folder) => number;

/** A mailbox as a session has opened it. */
export interface Logon {
  readonly id: number;
  readonly mailbox: Mailbox;
  /** Of who is let into folders of somebody else's mailbox; absent for who may do all. */
  readonly rights?: RightsIn;
}
