import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Mailer } from '@cutover/migration';
import { createTransport } from 'nodemailer';
import { makeFolder } from '../make-folder.ts';
import { writePrivateFile } from '../private-file.ts';
import { toMessage, type Sender } from './mime.ts';

/** Puts each mail into a folder as an `.eml` file of its own, which any mail program opens; a mail that is sent again takes its own place. */
export function folderMailer(folder: string, sender: Sender): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    send: async (mail, { signal }) => {
      signal?.throwIfAborted();
      const { message } = await transport.sendMail(toMessage(mail, sender));
      makeFolder(folder);
      const time = new Date(mail.date).toISOString().replace(/[:.]/g, '-');
      const name = `${time} ${fileNameOf(mail.subject)} ${shortName(mail.id)}.eml`;
      writePrivateFile(join(folder, name), message as Buffer);
    },
  };
}

const shortName = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 8);

/** What every file system takes. */
const fileNameOf = (subject: string): string =>
  subject
    .replace(/[^\p{L}\p{N} ._-]+/gu, '')
    .trim()
    .slice(0, 100);
