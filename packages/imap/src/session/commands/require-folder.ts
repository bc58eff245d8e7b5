import { imapErrors } from '../../errors.ts';
import type { ImapFolder, ImapMailbox } from '../../mailbox-port.ts';
import { formatPath, isSamePath } from '../../syntax/mailbox-name.ts';

/** The folder of a path; its absence is told with `code`. */
export function requireFolder(mailbox: ImapMailbox, path: readonly string[], code?: 'TRYCREATE'): ImapFolder {
  const folder = mailbox.folders().find((one) => isSamePath(one.path, path));
  if (folder !== undefined) return folder;
  throw imapErrors.refused({ reason: `${formatPath(path)} doesn't exist.`, ...(code === undefined ? {} : { code }) });
}
