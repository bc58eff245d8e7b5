import type { Mailer } from '@cutover/migration';
import { createTransport } from 'nodemailer';
import { cloudErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import { toMessage, type Sender } from './mime.ts';

/** An SMTP server that takes the status mails. */
export interface SmtpServer {
  readonly host: string;
  readonly port?: number | undefined;
  /** TLS from the first byte; otherwise STARTTLS if the server offers it. */
  readonly secure?: boolean | undefined;
  readonly auth?: { readonly user: string; readonly password: string } | undefined;
}

/** Hands each mail to an SMTP server. */
export function smtpMailer(server: SmtpServer, sender: Sender): Mailer {
  const { auth, host, port, secure } = server;
  const transport = createTransport({
    host,
    ...(port === undefined ? {} : { port }),
    secure: secure ?? false,
    connectionTimeout: limits.smtpWait,
    greetingTimeout: limits.smtpWait,
    socketTimeout: limits.smtpWait,
    ...(auth ? { auth: { user: auth.user, pass: auth.password } } : {}),
  });
  return {
    send: async (mail, { signal }) => {
      signal?.throwIfAborted();
      try {
        await transport.sendMail(toMessage(mail, sender));
      } catch (cause) {
        throw cloudErrors.mailNotSent(
          { host, reason: cause instanceof Error ? cause.message : String(cause) },
          { cause },
        );
      }
    },
  };
}
