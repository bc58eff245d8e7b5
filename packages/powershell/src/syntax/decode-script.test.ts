import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeScript } from './decode-script.ts';

const script = "'Grüße \u201can\u201d \u{1f600}'\r\n";

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  const view = new DataView(new ArrayBuffer(points.length * 4));
  points.forEach((point, index) => view.setUint32(index * 4, point, encoding === 'utf-32le'));
  return new Uint8Array(view.buffer);
}

describe('decodeScript', () => {
  test.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'reads %s by its byte order mark',
    (encoding) => {
      expect(decodeScript(encode(`\ufeff${script}`, encoding))).toBe(script);
    },
  );

  test('without a mark a script is UTF-8', () => {
    expect(decodeScript(encode(script, 'utf-8'))).toBe(script);
  });

  test('a second mark belongs to the script', () => {
    expect(decodeScript(encode('\ufeff\ufeffa', 'utf-8'))).toBe('\ufeffa');
  });

  test.each([
    ['UTF-8 that is none', [0x61, 0xff, 0x62], 'a\ufffdb'],
    ['half a character of UTF-16', [0xff, 0xfe, 0x61, 0x00, 0x62], 'a\ufffd'],
    ['a part of a character of UTF-32', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0, 0x62], 'a\ufffd'],
    ['no code point', [0, 0, 0xfe, 0xff, 0, 0x11, 0, 0, 0, 0, 0xd8, 0], '\ufffd\ufffd'],
    ['nothing', [], ''],
    ['a mark alone', [0xef, 0xbb, 0xbf], ''],
  ])('%s becomes readable text', (_name, bytes, text) => {
    expect(decodeScript(Uint8Array.from(bytes))).toBe(text);
  });

  test('any bytes become text', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeScript(bytes) === 'string'));
  });
});
