import { imapErrors } from '../errors.ts';
import { messageFlags, type MessageFlag } from '../mailbox-port.ts';
import type { Cursor } from './cursor.ts';

const flagForm = /\\?[!#$&'+-[^-z|}~]+/y;

/** One flag; keywords are refused, as there are none here, and so is what only the server sets. */
function parseFlag(cursor: Cursor): MessageFlag {
  const name = cursor.match(flagForm, 'Flag');
  const flag = messageFlags.find((known) => known.toLowerCase() === name.toLowerCase());
  if (flag === undefined) throw imapErrors.refused({ reason: `The flag ${name} is not supported.` });
  return flag;
}

export const parseFlagList = (cursor: Cursor): MessageFlag[] => cursor.list(() => parseFlag(cursor));

/** In parentheses or, as STORE allows, without. */
export function parseFlags(cursor: Cursor): MessageFlag[] {
  if (cursor.peeks('(')) return parseFlagList(cursor);
  const flags = [parseFlag(cursor)];
  while (cursor.accept(' ')) flags.push(parseFlag(cursor));
  return flags;
}
