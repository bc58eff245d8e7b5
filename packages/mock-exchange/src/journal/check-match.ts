import { checkFields, text } from '../check-fields.ts';
import { faultErrors, journalErrors } from '../errors.ts';
import { faultNames, isSameName, namesLike } from '../faults/fault-names.ts';
import type { JournalMatch } from './journal.ts';

const fields = { rop: text, operation: text, http: text, imap: text, smtp: text, mailbox: text, account: text };

/** An operation that does not exist is in the journal by its number. */
const isNumber = (name: string): boolean => /^(0x)?[\da-f]+$/i.test(name);

/** Throws for what no entry could ever match; commands of mail clients may be any, as clients may send any. */
export function assertMatch(match: JournalMatch): void {
  checkFields(match, 'a match of the journal', fields);
  assertTellsMailbox(match);
  for (const place of ['rop', 'operation'] as const) {
    const name = match[place];
    if (name === undefined || isNumber(name) || faultNames[place].some((known) => isSameName(known, name))) continue;
    throw faultErrors.unknownName({ place, name, similar: namesLike(place, name) });
  }
}

/** Entries of other kinds tell no mailbox. */
function assertTellsMailbox({ mailbox, ...match }: JournalMatch): void {
  const place = (['http', 'operation', 'smtp'] as const).find((one) => match[one] !== undefined);
  if (mailbox === undefined || place === undefined) return;
  throw journalErrors.noMailboxThere({ place });
}
