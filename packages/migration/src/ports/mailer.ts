import type { Waiting } from './source.ts';

/** A mail that the service sends. */
export interface OutgoingMail {
  /** The same for the same mail, however often it is sent: who has taken it already can tell. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly date: number;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly {
    readonly fileName: string;
    readonly contentType: string;
    readonly content: string;
  }[];
}

/** Carries a mail away: into a folder, or to an SMTP server. */
export interface Mailer {
  send(mail: OutgoingMail, options: Waiting): Promise<void>;
}
