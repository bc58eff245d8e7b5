import { findOwner } from '../mail/open-mailbox.ts';
import { isPublicPath } from './virtual-directories.ts';
import type { Organisation } from '../organisation/organisation.ts';

/** Below the virtual directory of mailboxes: alias or address of its owner. */
const inMailbox = /^\/exchange\/([^/]+)/i;

/** The mailbox, or the store of public folders, that a path of WebDAV is about, by its legacyExchangeDN. */
export function mailboxOfPath(organisation: Organisation, path: string): string | undefined {
  if (isPublicPath(path)) return organisation.publicDatabase?.legacyExchangeDN;
  const [, who] = inMailbox.exec(path) ?? [];
  return who === undefined ? undefined : findOwner(organisation, who)?.legacyExchangeDN;
}
