import { pidLid, pidTag } from '@cutover/wire/properties';
import type { StoredProperty } from '../message-content.ts';
import { PropertyReader } from './property-reader.ts';

/** What a calendar is sent for, by the class of its message; other messages are none. [MS-OXCICAL] 2.1.3.1.1.1 */
const methods: Readonly<Record<string, string>> = {
  'ipm.appointment': 'PUBLISH',
  'ipm.schedule.meeting.request': 'REQUEST',
  'ipm.schedule.meeting.canceled': 'CANCEL',
};

/** The method of the calendar that a message is shown as; undefined for what is none, or tells no time. */
export function calendarMethodOf(properties: readonly StoredProperty[]): string | undefined {
  const reader = new PropertyReader(properties);
  const method = methods[reader.text(pidTag.messageClass)?.toLowerCase() ?? ''];
  return reader.namedDate(pidLid.appointmentStartWhole) === undefined ? undefined : method;
}
