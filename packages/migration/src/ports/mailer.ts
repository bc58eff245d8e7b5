import type { Waiting } from './source.ts';

export interface OutgoingMail {
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
