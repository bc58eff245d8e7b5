import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAnswer, encodeQuery } from './dns-message.ts';

// What dnsmasq 2.90 answered to the question below, where it has two MX records that may be kept for 3,600 seconds.
const answer = Buffer.from(
  '123485800001000200000001' + // header: an answer, one question, two records, one extension
    '07636f6e746f736f03636f6d00000f0001' + // contoso.com MX
    'c00c000f000100000e100014' +
    '0014' +
    '046d61783207636f6e746f736f03636f6d00' + // 20 max2.contoso.com
    'c00c000f000100000e100014' +
    '000a' +
    '046d61696c07636f6e746f736f03636f6d00' + // 10 mail.contoso.com
    '00002904d0000000000000',
  'hex',
);
const asked = { name: 'contoso.com', type: 'MX' } as const;

test('reads records whose names point elsewhere', () => {
  const records = [
    { type: 'MX', timeToLive: 3600, preference: 20, value: 'max2.contoso.com' },
    { type: 'MX', timeToLive: 3600, preference: 10, value: 'mail.contoso.com' },
  ];
  expect(decodeAnswer(answer, asked)).toEqual(records);
  // The same with the ends of the hosts' names left to the question, too. RFC 1035 §4.1.4
  const shorter = answer
    .toString('hex')
    .replaceAll('100014', '100009')
    .replace(/(6d617832|6d61696c)07636f6e746f736f03636f6d00/g, '$1c00c');
  expect(decodeAnswer(Buffer.from(shorter, 'hex'), asked)).toEqual(records);
});

test('writes a question as others do', () => {
  const query = encodeQuery(0x1234, 'contoso.com', 'MX').toString('hex');
  expect(query).toBe('123401000001000000000001' + '07636f6e746f736f03636f6d00000f0001' + '0000291000000000000000');
});

test('that there is no such name is told, and so is a refusal', () => {
  const withCode = (code: number) => {
    const bytes = Buffer.from(answer.subarray(0, 29));
    bytes.writeUInt16BE(0x8580 | code, 2);
    bytes.writeUInt16BE(0, 6);
    return bytes;
  };
  expect(() => decodeAnswer(withCode(3), asked)).toThrow('DNS does not know the name "contoso.com".');
  expect(() => decodeAnswer(withCode(5), asked)).toThrow(/contoso.com.*refuses/);
});

test('whatever is damaged, it is an error of ours and no endless loop', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: answer.length - 1 }),
      fc.nat({ max: 255 }),
      fc.nat({ max: answer.length }),
      (at, byte, end) => {
        const bytes = Buffer.from(answer);
        bytes[at] = byte;
        try {
          decodeAnswer(bytes.subarray(0, end), asked);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^cloud\.dns(Failed|NameUnknown)$/) });
        }
      },
    ),
  );
});
