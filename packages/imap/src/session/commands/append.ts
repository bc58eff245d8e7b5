import type { MessageFlag } from '../../mailbox-port.ts';
import type { Cursor } from '../../syntax/cursor.ts';
import { parseDateTime } from '../../syntax/date.ts';
import { parseFlagList } from '../../syntax/flags.ts';
import { parsePath } from '../../syntax/mailbox-name.ts';
import { authenticated, defineCommand } from '../command.ts';
import { requireFolder } from './require-folder.ts';

interface Append {
  readonly path: readonly string[];
  readonly flags: readonly MessageFlag[];
  readonly internalDate: Date | undefined;
  readonly bytes: Uint8Array;
}

function parseAppend(cursor: Cursor): Append {
  cursor.space();
  const path = parsePath(cursor.astring());
  cursor.space();
  const flags = optional(cursor, '(', () => parseFlagList(cursor)) ?? [];
  const internalDate = optional(cursor, '"', () => parseDateTime(cursor));
  const bytes = cursor.literal();
  cursor.end();
  return { path, flags, internalDate, bytes };
}

/** An argument that begins with this character, and the space behind it. */
function optional<T>(cursor: Cursor, beginning: string, parse: () => T): T | undefined {
  if (!cursor.peeks(beginning)) return undefined;
  const value = parse();
  cursor.space();
  return value;
}

/** RFC 3501 6.3.11, RFC 4315 3 */
export const append = defineCommand({
  states: authenticated,
  parse: parseAppend,
  run: async ({ mailbox }, { path, flags, internalDate, bytes }) => {
    const folder = requireFolder(mailbox, path, 'TRYCREATE');
    const uid = await mailbox.append(folder, { bytes, flags: new Set(flags), internalDate });
    return { code: `APPENDUID ${folder.uidValidity} ${uid}` };
  },
  tellsExpunges: true,
});
