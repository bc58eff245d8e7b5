import type { PropertyMetadata } from '@cutover/core/metadata';

/** How a property's value is printed in a table or list: as the product's own objects print themselves. */
export function valueText(value: unknown, property: PropertyMetadata): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (Array.isArray(value)) return listText(value, property.element);
  if (property.kind === 'byteSize') return byteSizeText(Number(value));
  if (property.kind === 'timeSpan') return timeSpanText(Number(value));
  if (property.kind === 'record') return recordText(value as Record<string, unknown>, property);
  if (property.kind === 'boolean') return value === true ? 'True' : 'False';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `11/21/2026 3:05:09 PM`, in UTC. Source: DateTime.ToString() of the en-US culture. */
export function dateText(date: Date): string {
  const hour = date.getUTCHours();
  const time = [hour % 12 || 12, pad(date.getUTCMinutes()), pad(date.getUTCSeconds())].join(':');
  const day = [date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCFullYear()].join('/');
  return `${day} ${time} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `[d.]hh:mm:ss[.fffffff]`. Source: TimeSpan.ToString(). */
export function timeSpanText(milliseconds: number): string {
  const whole = Math.abs(Math.trunc(milliseconds));
  const seconds = Math.trunc(whole / 1000);
  const days = Math.trunc(seconds / 86_400);
  const clock = [Math.trunc(seconds / 3600) % 24, Math.trunc(seconds / 60) % 60, seconds % 60].map(pad).join(':');
  const fraction = whole % 1000 === 0 ? '' : `.${String(whole % 1000).padStart(3, '0')}0000`;
  return `${milliseconds < 0 ? '-' : ''}${days === 0 ? '' : `${days}.`}${clock}${fraction}`;
}

const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** `1.5 KB (1,536 bytes)`, four significant digits. Source: ByteQuantifiedSize.ToString(). */
export function byteSizeText(bytes: number): string {
  const unit = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const amount = Number((bytes / 1024 ** unit).toPrecision(4));
  return `${amount} ${units[unit]} (${bytes.toLocaleString('en-US')} bytes)`;
}

function listText(values: readonly unknown[], element: PropertyMetadata | undefined): string {
  const texts = values.map((value) => (element ? valueText(value, element) : String(value)));
  return `{${texts.join(', ')}}`;
}

// A record inside another prints as what tells it apart, its message or name.
function recordText(record: Record<string, unknown>, { members = {}, type }: PropertyMetadata): string {
  const telling = ['Message', 'Subject', 'Identity'].find((name) => name in members);
  if (telling !== undefined) return String(record[telling]);
  const pairs = Object.entries(members).map(([name, member]) => `${name}=${valueText(record[name], member)}`);
  return `${type} {${pairs.join('; ')}}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');
