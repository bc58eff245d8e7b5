import type { OutgoingMail } from '@cutover/migration';
import type { SendMailOptions } from 'nodemailer';

/** Who sends. */
export interface Sender {
  /** Address of the migration service in the organisation. */
  readonly from: string;
}

/** The mail as nodemailer takes it. */
export function toMessage(mail: OutgoingMail, { from }: Sender): SendMailOptions {
  return {
    from: { name: 'Migration service', address: from },
    to: [...mail.to],
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: new Date(mail.date),
    messageId: `<${mail.id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: mail.attachments.map(({ fileName, contentType, content }) => ({
      filename: fileName,
      contentType,
      content,
    })),
    // What a mail says comes from a source organisation: it must not make this process read files or call servers.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
