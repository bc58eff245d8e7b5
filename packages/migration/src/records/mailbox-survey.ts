import type { MailboxMeasure } from '../ports/source.ts';
import type { UserError } from './user.ts';

/** A mailbox of a source as it is before its migration. */
export interface SurveyedMailbox {
  readonly emailAddress: string;
  /** What it holds; undefined: it could not be opened. */
  readonly measure: MailboxMeasure | undefined;
  /** Why it would fail. */
  readonly problem: UserError | undefined;
}
