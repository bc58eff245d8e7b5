import { imapErrors } from '../errors.ts';
import type { Cursor } from './cursor.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number): string => String(value).padStart(2, '0');

/** INTERNALDATE in UTC: `17-Jul-1996 02:44:25 +0000`. RFC 3501 9 (date-time) */
export function formatDateTime(date: Date): string {
  const day = String(date.getUTCDate()).padStart(2, ' ');
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${day}-${months[date.getUTCMonth()]}-${String(date.getUTCFullYear()).padStart(4, '0')} ${time} +0000`;
}

const dateTimeForm = /^([ \d]\d)-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)$/;

/** RFC 3501 9 (date-time) */
export function parseDateTime(cursor: Cursor): Date {
  const found = dateTimeForm.exec(cursor.string());
  if (found === null) throw imapErrors.badCommand({ reason: 'Date and time expected' });
  const [, day, month, year, hour, minute, second, sign, zoneHours, zoneMinutes] = found;
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1);
  const midnight = utcDay({ day: Number(day), month: month!, year: Number(year) });
  return new Date(midnight + (Number(hour) * 3600 + (Number(minute) - zone) * 60 + Number(second)) * 1000);
}

const dateForm = /"?(\d{1,2})-([A-Za-z]{3})-(\d{4})"?/y;

/** A day, as the milliseconds at which it begins in UTC. RFC 3501 9 (date) */
export function parseDate(cursor: Cursor): number {
  const [, day, month, year] = /(\d+)-(\w+)-(\d+)/.exec(cursor.match(dateForm, 'Date'))!;
  return utcDay({ day: Number(day), month: month!, year: Number(year) });
}

function utcDay({ day, month, year }: { day: number; month: string; year: number }): number {
  const index = months.findIndex((name) => name.toLowerCase() === month.toLowerCase());
  const date = new Date(Date.UTC(year, Math.max(index, 0), day));
  if (index < 0 || date.getUTCDate() !== day) throw imapErrors.badCommand({ reason: 'No such day' });
  return date.getTime();
}
