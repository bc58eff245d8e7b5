import { encodeStreamValue, FastTransferProducer, marker, type FastTransferPart } from '@cutover/wire/fasttransfer';
import { propertyType } from '@cutover/wire/properties';
import { expect, test } from 'vitest';
import { SummaryReader } from './summary-reader.ts';

const property = (tag: number, value: Parameters<typeof encodeStreamValue>[1], name?: object): FastTransferPart =>
  ({ tag, value: encodeStreamValue(tag & 0xffff, value), ...(name && { name }) }) as FastTransferPart;

const set = '00062008-0000-0000-c000-000000000046';
const message: FastTransferPart[] = [
  property(0x0002000b, true),
  property(0x8001_0000 + propertyType.bool, true, { set, lid: 0x8506 }),
  property(0x8002_0000 + propertyType.mvUnicode, ['one', 'two', ''], { set, name: 'Keywords' }),
  property(0x10130000 + propertyType.binary, new Uint8Array(5000).fill(0x40)),
  property(0x0f000000 + propertyType.mvI32, [0x0037001f, 2]),
  property(0x001a001e, 'IPM.Appointment'),
  property(0x0037001f, 'Grüße'),
  property(0x0e060040, 0x01c4bff98c9bd000n),
  property(0x0e070003, 0x11),
];
const attachment: FastTransferPart[] = [marker.newAttach, property(0x0037001f, 'of the attachment'), marker.endAttach];

function bytesOf(parts: FastTransferPart[]): Buffer {
  const buffer = Buffer.alloc(20_000);
  return buffer.subarray(0, new FastTransferProducer(parts).fill(buffer));
}

const expected = {
  messageClass: 'IPM.Appointment',
  subject: 'Grüße',
  receivedAt: Date.UTC(2004, 10, 1, 10),
  read: true,
};

test('the same is found however the bytes are cut, and what follows the properties does not count', () => {
  const bytes = bytesOf([...message, ...attachment]);
  for (let cut = 0; cut <= bytes.length; cut += cut > 400 && cut < 5200 ? 97 : 1) {
    const reader = new SummaryReader();
    for (const chunk of [bytes.subarray(0, cut), bytes.subarray(cut)]) {
      // The chunk's memory is used again at once.
      const passing = Buffer.from(chunk);
      reader.push(passing);
      passing.fill(0xee);
    }
    expect(reader.summary(), `cut at ${cut}`).toEqual(expected);
  }
});

test('byte by byte', () => {
  const reader = new SummaryReader();
  for (const byte of bytesOf(message)) reader.push(Uint8Array.of(byte));
  expect(reader.summary()).toEqual(expected);
});

test('a message without any of it', () => {
  const reader = new SummaryReader();
  reader.push(bytesOf(attachment));
  expect(reader.summary()).toEqual({ messageClass: '', subject: '', receivedAt: undefined, read: false });
});

test('a subject of any length is kept up to a bound', () => {
  const reader = new SummaryReader();
  reader.push(bytesOf([property(0x0037001f, 's'.repeat(9000)), property(0x0e070003, 1)]));
  expect(reader.summary().subject).toHaveLength(4096);
  expect(reader.summary().read).toBe(true);
});
