import type { Operations } from '../async-world.ts';
import type { OutgoingMail } from '../mail.ts';

export const mailOperationName = 'mail';

/** How long a server may keep a sender waiting, in ms: what System.Net.Mail.SmtpClient takes. */
const patience = 100_000;

/** Hands a mail to its server; the library is loaded with the first one. */
export const mailOperation: Operations = {
  [mailOperationName]: async function* (mail: OutgoingMail): AsyncGenerator<never> {
    const { createTransport } = await import('nodemailer');
    const { server: host, port, encrypted, login } = mail;
    const transport = createTransport({
      host,
      port,
      secure: false,
      ...(encrypted ? { requireTLS: true } : { ignoreTLS: true }),
      ...(login && { auth: { user: login.user, pass: login.password } }),
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
    });
    try {
      await transport.sendMail(messageOf(mail));
    } finally {
      transport.close();
    }
    yield* [];
  },
};

function messageOf({ from, to, cc, bcc, replyTo, subject, body, priority, notify, attachments }: OutgoingMail) {
  return {
    from,
    to: [...to],
    cc: [...cc],
    bcc: [...bcc],
    replyTo: [...replyTo],
    subject,
    priority,
    ...(body.isHtml ? { html: body.text } : { text: body.text }),
    ...(notify.length > 0 && { dsn: { return: 'headers' as const, notify: [...notify] as DsnNotify[] } }),
    attachments: attachments.map(({ name, bytes }) => ({ filename: name, content: Buffer.from(bytes) })),
  };
}

type DsnNotify = 'delay' | 'failure' | 'never' | 'success';
