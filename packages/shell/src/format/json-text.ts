import type { CmdletMetadata, ObjectMetadata, PropertyMetadata } from '@cutover/core/metadata';
import { timeSpanText } from './value-text.ts';

type PlainRecord = Readonly<Record<string, unknown>>;

/**
 * Records as a program reads them: one object for a cmdlet that answers one, else an array. Dates are ISO 8601,
 * durations `[d.]hh:mm:ss`, sizes numbers of bytes.
 */
export function jsonText(records: readonly PlainRecord[], cmdlet: CmdletMetadata, object: ObjectMetadata): string {
  const plain = records.map((record) => plainRecord(record, object.properties));
  return `${JSON.stringify(cmdlet.returns === 'one' ? (plain[0] ?? null) : plain, null, 2)}\n`;
}

function plainRecord(record: PlainRecord, members: Readonly<Record<string, PropertyMetadata>>): PlainRecord {
  const entries = Object.entries(members).map(([name, member]) => [name, plainValue(record[name], member)]);
  return Object.fromEntries(entries) as PlainRecord;
}

function plainValue(value: unknown, { kind, element, members }: PropertyMetadata): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'timeSpan') return timeSpanText(Number(value));
  if (kind === 'list' && element) return (value as unknown[]).map((one) => plainValue(one, element));
  if (kind === 'record' && members) return plainRecord(value as PlainRecord, members);
  return value;
}
