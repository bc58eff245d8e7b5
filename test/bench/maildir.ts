import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagesOf, pools, type Workload, type WorkMessage } from './workload.ts';

/** Who owns what is written, where that has to be somebody else. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Writes the workload as Maildirs, `<root>/<user>/Maildir`, and gives the users and the bytes. */
export function writeMaildirs(root: string, workload: Workload, owner: Owner): { users: string[]; bytes: number } {
  const pool = pools(workload.seed);
  const users = Array.from({ length: workload.mailboxes }, (_, index) => `u${String(index).padStart(3, '0')}`);
  let bytes = 0;
  for (const [index, user] of users.entries()) {
    const home = join(root, user, 'Maildir');
    for (const [number, message] of messagesOf(workload, index).entries()) {
      const mail = render(message, { pool, user, number });
      const folder = makeFolder(home, message.folder, owner);
      const path = join(folder, 'cur', `${message.sentAt.getTime() / 1000}.${number}.bench:2,S`);
      writeFileSync(path, mail);
      chownSync(path, owner.uid, owner.gid);
      bytes += mail.length;
    }
    for (const path of [join(root, user), home]) chownSync(path, owner.uid, owner.gid);
  }
  return { users, bytes };
}

const made = new Set<string>();

function makeFolder(home: string, path: readonly string[], { uid, gid }: Owner): string {
  const folder = path[0] === 'Inbox' ? home : join(home, `.${path.join('.')}`);
  if (made.has(folder)) return folder;
  for (const part of ['', 'cur', 'new', 'tmp']) {
    mkdirSync(join(folder, part), { recursive: true });
    chownSync(join(folder, part), uid, gid);
  }
  made.add(folder);
  return folder;
}

interface Rendering {
  pool: ReturnType<typeof pools>;
  user: string;
  number: number;
}

function render(message: WorkMessage, { pool, user, number }: Rendering): string {
  const { offset, bodyBytes, attachmentBytes, kind, subject, from, sentAt } = message;
  const body = wrap(pool.text.slice(offset, offset + bodyBytes));
  const type = kind === 'html' ? 'text/html' : 'text/plain';
  const head = `From: ${from}\nTo: ${user}@contoso.com\nSubject: ${subject}\nDate: ${sentAt.toUTCString()}\nMessage-ID: <${user}.${number}@contoso.com>\nMIME-Version: 1.0\n`;
  if (attachmentBytes === 0) return `${head}Content-Type: ${type}; charset=us-ascii\n\n${body}\n`;
  const data = pool.data.subarray(offset, offset + attachmentBytes).toString('base64');
  return `${head}Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: ${type}; charset=us-ascii\n\n${body}\n--b\nContent-Type: application/msword; name="document.doc"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n${data.replace(/.{76}/g, '$&\n')}\n--b--\n`;
}

/** Lines of some 70 characters, as long as the text in all. */
const wrap = (text: string): string => text.replace(/(.{60,75}) /g, '$1\n');
