import { FastTransferParser } from '@cutover/wire/fasttransfer';
import type { RawValues } from './sync-stream.ts';

/** The unnamed properties of a list that is whole in memory, as views of it. */
export function parseValues(content: Uint8Array): RawValues {
  const parser = new FastTransferParser({ wholeUpTo: content.length });
  parser.push(content);
  const values = new Map<number, Uint8Array>();
  for (let element = parser.next(); element; element = parser.next()) {
    if (element.kind === 'property' && element.name === undefined) values.set(element.tag, element.value);
  }
  parser.finish();
  return values;
}
