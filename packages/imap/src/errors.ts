import { defineErrors } from '@cutover/base';

/** How a command is answered that is not done. */
export const imapErrors = defineErrors('imap', {
  /** Answered by BAD. */
  badCommand: {
    category: 'SyntaxError',
    message: ({ reason }: { reason: string }) => `Protocol Error: "${reason}".`,
  },
  /** Answered by NO; `code` stands in brackets before the text. */
  refused: {
    category: 'InvalidOperation',
    message: ({ reason }: { reason: string; code?: string }) => reason,
  },
  /** Answered by BYE, and the end of the connection. */
  tooMuch: {
    category: 'LimitsExceeded',
    message: ({ reason }: { reason: string }) => `Connection is closed. ${reason}`,
  },
});
