import { inspect } from 'node:util';
import { errorCodeName } from '@cutover/wire/rop';
import { redact } from '@cutover/base';
import { type JournalEntry, nameOf } from './journal-entry.ts';

/** An entry on one line: number, who, what, with what, and the answer. */
export function printEntry(entry: JournalEntry): string {
  const { number, account = '-' } = entry;
  return `#${number} ${account} ${nameOf(entry)}${requestOf(entry)}${answerOf(entry)}`;
}

function requestOf(entry: JournalEntry): string {
  if (entry.kind === 'http' || entry.kind === 'violation' || entry.request === undefined) return '';
  const shown = inspect(redact(entry.request), {
    breakLength: Infinity,
    compact: true,
    depth: 3,
    maxArrayLength: 8,
    maxStringLength: 80,
  });
  return ` ${shown}`;
}

function answerOf(entry: JournalEntry): string {
  if (entry.kind === 'http') return ` → ${entry.status}`;
  if (entry.kind === 'imap' || entry.kind === 'smtp') return ` → ${entry.answer}`;
  if (entry.kind === 'rop') return entry.returnValue === 0 ? '' : ` → ${errorCodeName(entry.returnValue)}`;
  if (entry.kind !== 'call' || entry.fault === undefined) return '';
  return ` → fault 0x${entry.fault.toString(16)}`;
}
