/** What rendering a message needs to know besides the message. */
export interface RenderOptions {
  /** SMTP address of somebody whom a message knows by legacyExchangeDN alone. */
  readonly smtpOf?: (legacyExchangeDN: string) => string | undefined;
  /** Right of the @ in a Message-ID that has to be made up. */
  readonly domain?: string;
  /** The date of a message that tells none. */
  readonly date?: Date;
}

export const defaultDomain = 'exchange.invalid';
