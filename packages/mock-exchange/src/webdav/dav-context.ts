import type { Account } from '../organisation/account.ts';
import type { World } from '../world.ts';
import type { DavSessions } from './dav-sessions.ts';

/** Who asks, by which address, for which world. */
export interface DavContext {
  readonly world: World;
  readonly account: Account;
  /** e.g. https://mail.contoso.com. */
  readonly origin: string;
  readonly sessions: DavSessions;
}
