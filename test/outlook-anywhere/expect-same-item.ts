import { isStreamed, type MessageContent, type StoredProperty } from '@cutover/content';
import type { DecodedItem } from '@cutover/outlook-anywhere';
import { type Property, propertyId, propertyNameKey, propertyType, typeOfTag } from '@cutover/wire/properties';
import { expect } from 'vitest';

type Values = Record<string, unknown>;

/** Every stored property must have come with its value; the server may add what it computes. */
export function expectSameItem(item: DecodedItem, stored: MessageContent): void {
  expect(valuesOf(item.properties)).toMatchObject(valuesOf(stored.properties));
  expect(item.recipients.map(valuesOf)).toMatchObject(stored.recipients.map(valuesOf));
  expect(item.attachments).toHaveLength(stored.attachments.length);
  stored.attachments.forEach(({ properties, embedded }, index) => {
    const attachment = item.attachments[index]!;
    expect(valuesOf(attachment.properties)).toMatchObject(valuesOf(properties));
    expect(attachment.embedded !== undefined).toBe(embedded !== undefined);
    if (embedded) expectSameItem(attachment.embedded!, embedded);
  });
}

// The server's own; they are another's in another mailbox.
const serversOwn = (tag: number): boolean => tag >= 0x66000000 && tag < 0x68000000;

function valuesOf(properties: readonly (Property | StoredProperty)[]): Values {
  const carried = properties.filter(({ tag, name }) => name !== undefined || !serversOwn(tag));
  return Object.fromEntries(carried.map((property) => [keyOf(property), valueOf(property)]));
}

function keyOf({ tag, name }: Property | StoredProperty): string {
  return name ? propertyNameKey(name) : propertyId(tag).toString(16);
}

function valueOf(property: Property | StoredProperty): unknown {
  if (!isStreamed(property as StoredProperty)) return comparable((property as Property).value);
  const { stream, tag } = property as Extract<StoredProperty, { stream: unknown }>;
  const bytes = Buffer.from(stream.read(0, stream.size));
  return typeOfTag(tag) === propertyType.unicode ? bytes.toString('utf16le') : bytes.toString('hex');
}

function comparable(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return Array.isArray(value) ? value.map(comparable) : value;
}
