import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertySet } from '../properties/index.ts';
import { anyProperty, parseChunks, produceChunks } from '../testing/fast-transfer.ts';
import { hex } from '../testing/hex.ts';
import { FastTransferParser } from './fast-transfer-parser.ts';
import { marker, markerName } from './marker.ts';
import { decodeStreamValue } from './stream-value.ts';
import { contentsSync } from './vectors/contents-sync.ts';

const truncated = expect.objectContaining({ code: 'wire.truncated' });

describe('the worked contentsSync', () => {
  const parts = parseChunks([contentsSync]);
  const markers = parts.filter((part) => typeof part === 'number').map(markerName);
  const properties = parts.filter((part) => typeof part !== 'number');

  test('has 31 elements, 9 of them markers', () => {
    expect(parts.length).toBe(31);
    expect(markers).toEqual([
      'incrSyncChg',
      'incrSyncMessage',
      'startRecip',
      'endToRecip',
      'incrSyncDel',
      'incrSyncRead',
      'incrSyncStateBegin',
      'incrSyncStateEnd',
      'incrSyncEnd',
    ]);
  });

  test('names named properties, whatever their id', () => {
    const named = properties.filter(({ name }) => name !== undefined);
    expect(named.map(({ name }) => name)).toEqual([
      { set: propertySet.common, lid: 0x8506 },
      { set: propertySet.publicStrings, name: 'Keywords' },
    ]);
    expect(named.map(({ tag, value }) => decodeStreamValue(tag & 0xffff, value as Uint8Array))).toEqual([true, ['A']]);
  });

  test('every cut into two chunks gives the same parts', () => {
    for (let cut = 0; cut <= contentsSync.length; cut++) {
      expect(parseChunks([contentsSync.subarray(0, cut), contentsSync.subarray(cut)])).toEqual(parts);
    }
  });

  test('so do chunks of any one size, with values whole or in pieces', () => {
    for (let size = 1; size < 40; size++) {
      expect(parseChunks(slices(contentsSync, size), { wholeUpTo: 10 })).toEqual(parts);
    }
  });

  test('every end but the last is told apart from a whole stream', () => {
    const boundaries = new Set(elementEnds(contentsSync));
    for (let end = 1; end < contentsSync.length; end++) {
      const cut = () => parseChunks([contentsSync.subarray(0, end)]);
      if (boundaries.has(end)) expect(cut).not.toThrow();
      else expect(cut).toThrow(truncated);
    }
  });
});

describe('FastTransferParser', () => {
  test('gives small values as views of the chunk', () => {
    const chunk = hex`1f003700 06000000 480069000000`;
    const parser = new FastTransferParser();
    parser.push(chunk);
    const element = parser.next();
    expect(element?.kind === 'property' && element.value.buffer === chunk.buffer).toBe(true);
  });

  test('never holds a long value: its pieces are views, of the lengths that the chunks have', () => {
    const parser = new FastTransferParser({ wholeUpTo: 4 });
    const seen: (string | number)[] = [];
    for (const chunk of [hex`02010137 0a000000 010203`, hex`04050607`, hex`08090a 03000e40`]) {
      parser.push(chunk);
      for (let element = parser.next(); element !== undefined; element = parser.next()) {
        seen.push(element.kind === 'piece' ? element.bytes.length : element.kind);
      }
    }
    expect(seen).toEqual(['start', 3, 4, 3, 'end', 'marker']);
  });

  test('tells where each element lies, so that bytes can be passed on as they are', () => {
    const parser = new FastTransferParser();
    parser.push(hex`03001240 0b00aa67 0000`);
    parser.next();
    expect([parser.elementStart, parser.position]).toEqual([0, 4]);
    parser.next();
    expect([parser.elementStart, parser.position, parser.offset]).toEqual([4, 10, 10]);
  });

  test('reads an empty binary, which the grammar forbids and servers send', () => {
    expect(parseChunks([hex`0201e165 00000000`])).toEqual([{ tag: 0x65e10102, value: new Uint8Array() }]);
  });

  test('refuses a type it cannot find the end of, an error among them', () => {
    const unknown = expect.objectContaining({ code: 'wire.unknownTag' });
    expect(() => parseChunks([hex`0a001400 05000780`])).toThrow(unknown);
    expect(() => parseChunks([hex`02013700 00000000 ff7f3700 00`])).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.unknownTag: 0x377fff at FastTransfer.tag (offset 8)]`,
    );
  });

  test('refuses a name of an unknown kind and one without end', () => {
    expect(() => parseChunks([hex`1f001380 2903020000000000c000000000000046 02 41000000`])).toThrow(/wire.unknownTag/);
    const endless = Buffer.concat([hex`1f001380 2903020000000000c000000000000046 01`, Buffer.alloc(2000, 0x41)]);
    expect(() => parseChunks([endless])).toThrow(/wire.countTooLarge/);
  });

  test('refuses a list that says it is longer than memory allows', () => {
    expect(() => parseChunks([hex`1f103700 ffffffff 04000000`])).toThrow(/wire.countTooLarge/);
  });

  test('reads what the producer writes, whatever the sizes of chunks', () => {
    const anyStream = fc.array(fc.oneof(anyProperty, fc.constantFrom(...Object.values(marker))), { maxLength: 12 });
    const property = fc.property(anyStream, fc.integer({ min: 60, max: 400 }), fc.nat(64), (parts, size, whole) => {
      expect(parseChunks(produceChunks(parts, size), { wholeUpTo: whole })).toEqual(parts);
    });
    fc.assert(property);
  });

  test('any bytes give only a wire error', () => {
    const property = fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      try {
        parseChunks([bytes]);
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^wire\./) });
      }
    });
    fc.assert(property, { numRuns: 500 });
  });
});

function* slices(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function elementEnds(stream: Uint8Array): number[] {
  const parser = new FastTransferParser();
  parser.push(stream);
  const ends: number[] = [];
  while (parser.next() !== undefined) ends.push(parser.position);
  return ends;
}
