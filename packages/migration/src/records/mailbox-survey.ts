import type { UserError } from './user.ts';

/** A mailbox of a source as it is before its migration. */
export interface SurveyedMailbox {
  readonly emailAddress: string;
  /** Messages in its folders; undefined: it could not be opened, or the source does not tell. */
  readonly items: number | undefined;
  /** Why it would fail. */
  readonly problem: UserError | undefined;
}
