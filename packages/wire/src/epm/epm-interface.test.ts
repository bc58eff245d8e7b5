import { expect, test } from 'vitest';
import { emptyGuid } from '../guid.ts';
import { describeGolden } from '../testing/golden.ts';
import { hex } from '../testing/hex.ts';
import { epmInterface } from './epm-interface.ts';
import { type Endpoint, endpointOf, floorProtocol, tower, towerOf } from './tower.ts';

const { lookup, map } = epmInterface.operations;
const noHandle = { attributes: 0, uuid: emptyGuid };
const zeros = (words: number): string => '00000000'.repeat(words);

const nspi: Endpoint = {
  interfaceUuid: 'f5cc5a18-4264-101a-8c59-08002b2f8426',
  majorVersion: 56,
  minorVersion: 0,
  transport: floorProtocol.http,
  port: 6004,
  address: hex`7f000001`,
};
const octetsHex = `0500 1300 0d 185accf5 6442 1a10 8c59 08002b2f8426 3800 0200 0000
  1300 0d 045d888a eb1c c911 9fe8 08002b104860 0200 0200 0000
  0100 0b 0200 0000 0100 1f 0200 1774 0100 09 0400 7f000001`;
const octets = hex`${octetsHex}`;

describeGolden('towers and calls', [
  {
    name: 'five floors: interface, NDR, RPC, HTTP port big endian, IP',
    codec: tower,
    value: towerOf(nspi),
    bytes: octets,
  },
  {
    // As impacket's hept_lookup sends it.
    name: 'ept_lookup for all entries',
    codec: lookup.request,
    value: { inquiryType: 0, object: null, interfaceId: null, versionOption: 1, handle: noHandle, maxEntries: 499 },
    bytes: hex`00000000 00000000 00000000 01000000 ${zeros(5)} f3010000`,
  },
  {
    name: 'ept_lookup answered by one entry',
    codec: lookup.response,
    value: {
      handle: noHandle,
      count: 1,
      entries: { room: 500, elements: [{ object: emptyGuid, tower: octets, annotation: 'MS' }] },
      status: 0,
    },
    bytes: hex`${zeros(5)} 01000000 f4010000 00000000 01000000 ${zeros(4)} 00000200 00000000 03000000 4d5300 00
      4b000000 4b000000 ${octetsHex} 00 00000000`,
  },
  {
    name: 'ept_map that finds nothing',
    codec: map.response,
    value: { handle: noHandle, count: 0, towers: { room: 4, elements: [] }, status: 0x16c9a0d6 },
    bytes: hex`${zeros(5)} 00000000 04000000 00000000 00000000 d6a0c916`,
  },
]);

test('a tower tells its endpoint, one of another make tells none', () => {
  expect(endpointOf(tower.decode(octets))).toEqual(nspi);
  expect(endpointOf(towerOf(nspi).slice(0, 3))).toBeUndefined();
  expect(endpointOf(towerOf(nspi).toReversed())).toBeUndefined();
});
