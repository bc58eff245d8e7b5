/** What the rows of a batch's CSV file say, and what could not be made of the others. */
export interface BatchRows {
  readonly mailboxes: readonly BatchRow[];
  /** One line for each row that was left out, beginning with its number. */
  readonly problems: readonly string[];
}

/** One mailbox that a CSV file names. */
export interface BatchRow {
  /** Its number in the file, from 1, without the header. */
  readonly number: number;
  readonly emailAddress: string;
  /** First password of the new account; without it one is drawn. */
  readonly password: string | undefined;
  /** Whether the user must choose another password at the first sign-in. */
  readonly forceChangePassword: boolean;
  readonly badItemLimit: number | undefined;
  readonly largeItemLimit: number | undefined;
}
