import { findCmdlet } from '@cutover/core/metadata';
import { type PlainStyle, plainValue } from '../embed/plain-value.ts';

const jsonStyle: PlainStyle = { date: (value) => value.toISOString(), timeSpan: (_milliseconds, text) => text };

/**
 * What a cmdlet wrote as a program reads it: one object for a cmdlet that makes one, else an array. Dates are ISO 8601, durations
 * `[d.]hh:mm:ss`, sizes numbers of bytes.
 */
export function jsonText(cmdlet: string, values: readonly unknown[]): string {
  const returns = findCmdlet(cmdlet)?.returns ?? 'many';
  if (returns === 'none') return '';
  const plain = values.map((value) => plainValue(value, jsonStyle));
  return `${JSON.stringify(returns === 'one' ? (plain[0] ?? null) : plain, null, 2)}\n`;
}
