import { join } from 'node:path';
import type { Mailer } from '@cutover/migration';
import { createTransport } from 'nodemailer';
import { makeFolder } from '../make-folder.ts';
import { writePrivateFile } from '../private-file.ts';
import { toMessage, type Sender } from './mime.ts';

/** Puts each mail into a folder as an `.eml` file of its own, which any mail program opens. */
export function folderMailer(folder: string, sender: Sender): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    send: async (mail, { signal }) => {
      signal?.throwIfAborted();
      const { message } = await transport.sendMail(toMessage(mail, sender));
      makeFolder(folder);
      const time = new Date(sender.clock.now()).toISOString().replace(/[:.]/g, '-');
      const name = `${time} ${fileNameOf(mail.subject)} ${sender.ids.guid().slice(0, 8)}.eml`;
      writePrivateFile(join(folder, name), message as Buffer);
    },
  };
}

/** What every file system takes. */
const fileNameOf = (subject: string): string =>
  subject
    .replace(/[^\p{L}\p{N} ._-]+/gu, '')
    .trim()
    .slice(0, 100);
