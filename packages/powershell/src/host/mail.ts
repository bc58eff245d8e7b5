/** A mail as a script sends it. */
export interface OutgoingMail {
  readonly server: string;
  readonly port: number;
  /** STARTTLS is demanded; without it the connection stays plain. */
  readonly encrypted: boolean;
  readonly login?: { readonly user: string; readonly password: string } | undefined;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly body: { readonly text: string; readonly isHtml: boolean };
  readonly priority: 'high' | 'low' | 'normal';
  /** What the sender wants to be told of: the server's `success`, `failure`, `delay` or `never`. */
  readonly notify: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}
