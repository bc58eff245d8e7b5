import type { Mailbox } from '../../../store/mailbox.ts';
import type { RightsIn } from '../delegate-rights.ts';

/** A mailbox as a session has opened it. */
export interface Logon {
  readonly id: number;
  readonly mailbox: Mailbox;
  /** Of who is let into folders of somebody else's mailbox; absent for who may do all. */
  readonly rights?: RightsIn;
}
