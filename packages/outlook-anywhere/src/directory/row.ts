import { dateFromFiletime, formatGuid } from '@cutover/wire';
import type { NspiRow, NspiValue } from '@cutover/wire/nspi';
import { propertyId, propertyType, typeOfTag } from '@cutover/wire/properties';

/** A row of the address book, asked by tag; a column in error is absent, whatever type was asked for. */
export interface Row {
  text(tag: number): string | undefined;
  texts(tag: number): readonly string[];
  number(tag: number): number | undefined;
  date(tag: number): Date | undefined;
  guid(tag: number): string | undefined;
}

/** Makes a row's columns known by their ids. */
export function createRow({ values }: NspiRow): Row {
  const byId = new Map<number, NspiValue>();
  for (const { tag, value } of values) {
    if (typeOfTag(tag) !== propertyType.error && value !== null) byId.set(propertyId(tag), value);
  }
  const get = (tag: number): NspiValue | undefined => byId.get(propertyId(tag));
  return {
    text: (tag) => {
      const value = get(tag);
      return typeof value === 'string' && value !== '' ? value : undefined;
    },
    texts: (tag) => {
      const value = get(tag);
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    },
    number: (tag) => {
      const value = get(tag);
      return typeof value === 'number' ? value : undefined;
    },
    date: (tag) => {
      const value = get(tag);
      return typeof value === 'bigint' ? dateFromFiletime(value) : undefined;
    },
    guid: (tag) => {
      const value = get(tag);
      return value instanceof Uint8Array && value.length === 16 ? formatGuid(value) : undefined;
    },
  };
}
