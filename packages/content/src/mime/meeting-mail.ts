import { isSdkError } from '@cutover/base';
import { propertySet } from '@cutover/wire/properties';
import type { Attachment } from 'postal-mime';
import { importCalendar } from '../calendar/import-calendar.ts';
import type { StoredProperty } from '../message-content.ts';

/** What a mail about a meeting is, by the method of its calendar part and for answers by what the attendee says. */
export interface MeetingMail {
  readonly messageClass: string;
  /** Times, place, series and ids of the meeting. */
  readonly properties: readonly StoredProperty[];
}

const classes: Readonly<Record<string, string>> = {
  REQUEST: 'IPM.Schedule.Meeting.Request',
  CANCEL: 'IPM.Schedule.Meeting.Canceled',
};
const answers: Readonly<Record<string, string>> = {
  ACCEPTED: 'IPM.Schedule.Meeting.Resp.Pos',
  DECLINED: 'IPM.Schedule.Meeting.Resp.Neg',
  TENTATIVE: 'IPM.Schedule.Meeting.Resp.Tent',
};
const meetingSets = new Set<string>([propertySet.appointment, propertySet.meeting]);

/** The meeting that a mail invites to, calls off or answers; undefined for other mail. [MS-OXCICAL] 2.1.3.1.1.1 */
export function meetingMail(attachments: readonly Attachment[]): MeetingMail | undefined {
  const part = attachments.find(({ mimeType, method }) => mimeType === 'text/calendar' && method !== undefined);
  if (part === undefined) return undefined;
  const source = Buffer.from(part.content as Uint8Array).toString('utf8');
  const messageClass = classes[part.method ?? ''] ?? answerClass(part.method, source);
  return messageClass === undefined ? undefined : meetingOf(source, messageClass);
}

function answerClass(method: string | undefined, source: string): string | undefined {
  if (method !== 'REPLY') return undefined;
  const unfolded = source.replaceAll(/\r?\n[ \t]/g, '');
  return answers[/^ATTENDEE[^:]*PARTSTAT=([A-Z-]+)/im.exec(unfolded)?.[1]?.toUpperCase() ?? ''];
}

/** A part that is no calendar leaves the mail a mail; the part is attached to it in any case. */
function meetingOf(source: string, messageClass: string): MeetingMail | undefined {
  try {
    const { items } = importCalendar(source, { now: new Date(0) });
    const meeting = items.find(({ kind }) => kind === 'appointment');
    if (meeting === undefined) return undefined;
    const properties = meeting.content.properties.filter(({ name }) => name !== undefined && meetingSets.has(name.set));
    return { messageClass, properties };
  } catch (error) {
    if (!isSdkError(error)) throw error;
    return undefined;
  }
}
