import { pidLid, pidTag } from '@cutover/wire/properties';
import type { MessageContent, StoredProperty } from '../message-content.ts';
import { composeMail, type Mail } from '../mail.ts';
import { PropertyList } from '../property-list.ts';

/** A sticky note; its subject is its first line. */
export interface StickyNote extends Pick<Mail, 'categories' | 'searchKey'> {
  readonly text: string;
  readonly color?: keyof typeof colors;
  readonly createdAt: Date;
  readonly besides?: readonly StoredProperty[];
}

const colors = { blue: 0, green: 1, pink: 2, yellow: 3, white: 4 } as const;
const firstIcon = 0x300;
/** What Outlook gives a new one. */
const size = { width: 200, height: 166 } as const;

/** Makes an IPM.StickyNote. [MS-OXONOTE] 2.2 */
export function composeNote(note: StickyNote): MessageContent {
  const { text, color = 'yellow', createdAt, searchKey, categories } = note;
  const list = new PropertyList()
    .set(pidTag.iconIndex, firstIcon + colors[color])
    .setNamed(pidLid.noteColor, colors[color])
    .setNamed(pidLid.noteWidth, size.width)
    .setNamed(pidLid.noteHeight, size.height)
    .setNamed(pidLid.noteX, 110)
    .setNamed(pidLid.noteY, 110);
  const subject = text.split(/\r?\n/, 1)[0] ?? '';
  const besides = [...list.toArray(), ...(note.besides ?? [])];
  return composeMail({
    subject,
    text,
    categories,
    searchKey,
    sentAt: createdAt,
    messageClass: 'IPM.StickyNote',
    besides,
  });
}
