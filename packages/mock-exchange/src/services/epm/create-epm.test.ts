import { emptyGuid } from '@cutover/wire';
import { endpointOf, epmInterface, epmStatus, floorProtocol, tower, towerOf } from '@cutover/wire/epm';
import { describe, expect, test } from 'vitest';
import type { RpcInterface } from '../../rpc-server/rpc-interface.ts';
import { callerOf } from '../testing/caller.ts';
import { createEpm } from './create-epm.ts';

const { lookup, map, freeLookupHandle } = epmInterface.operations;
const noHandle = { attributes: 0, uuid: emptyGuid };
const uuid = (digit: number): string => `${digit}0000000-0000-4000-8000-000000000000`;

const services: RpcInterface[] = [1, 2, 3].map((digit) => ({
  name: 'NSPI',
  uuid: uuid(digit),
  majorVersion: digit,
  minorVersion: 2,
  ports: digit === 3 ? [6003, 6004] : [6000 + digit],
  operation: () => undefined,
  call: () => new Uint8Array(0),
}));
const call = callerOf(createEpm({ ports: [593], services: () => services }));

const look = (changes: Record<string, unknown> = {}) =>
  call(lookup, {
    inquiryType: 0,
    object: null,
    interfaceId: null,
    versionOption: 1,
    handle: noHandle,
    maxEntries: 10,
    ...changes,
  });
type Found = Awaited<ReturnType<typeof look>>;
const portsOf = ({ entries }: Found): unknown[] =>
  entries.elements.map((entry) => endpointOf(tower.decode(entry.tower!))?.port);

describe('ept_lookup', () => {
  test('pages go on at the handle and end with a zero one', async () => {
    const first = await look({ maxEntries: 3 });
    expect(first).toMatchObject({ count: 3, status: epmStatus.ok, entries: { room: 3 } });
    const second = await look({ maxEntries: 3, handle: first.handle });
    expect(second).toMatchObject({ count: 1, handle: noHandle });
    expect([...portsOf(first), ...portsOf(second)]).toEqual([6001, 6002, 6003, 6004]);
  });

  test.each([
    ['all', 1, 0, 0, [6002]],
    ['compatible', 2, 2, 1, [6002]],
    ['compatible, but newer', 2, 2, 3, []],
    ['exact', 3, 2, 2, [6002]],
    ['exact, another', 3, 2, 1, []],
    ['major only', 4, 2, 9, [6002]],
    ['up to', 5, 3, 0, [6002]],
    ['up to, but older', 5, 1, 9, []],
  ])('version option: %s', async (_title, versionOption, majorVersion, minorVersion, ports) => {
    const interfaceId = { uuid: uuid(2), majorVersion, minorVersion };
    const found = await look({ inquiryType: 1, interfaceId, versionOption });
    expect(portsOf(found)).toEqual(ports);
    expect(found.status).toBe(ports.length > 0 ? epmStatus.ok : epmStatus.notRegistered);
  });

  test('no object is registered, and an inquiry without sense is refused', async () => {
    expect((await look({ inquiryType: 2, object: uuid(1) })).status).toBe(epmStatus.notRegistered);
    expect((await look({ inquiryType: 1 })).status).toBe(epmStatus.cannotPerform);
    expect((await look({ inquiryType: 7 })).status).toBe(epmStatus.cannotPerform);
  });

  test('a handle of somebody else is a fault', async () => {
    await expect(look({ handle: { attributes: 0, uuid: uuid(5) } })).rejects.toThrow('RPC fault 0x1c00001a');
    expect(await call(freeLookupHandle, { handle: noHandle })).toEqual({ handle: noHandle, status: epmStatus.ok });
  });
});

describe('ept_map', () => {
  const blank = { minorVersion: 0, port: 0, address: new Uint8Array(4) };
  const ask = (octets: Uint8Array | null) => call(map, { object: null, tower: octets, handle: noHandle, maxTowers: 4 });
  const towerFor = (digit: number, transport: number): Uint8Array =>
    tower.encode(towerOf({ ...blank, interfaceUuid: uuid(digit), majorVersion: digit, transport }));

  test('every endpoint of the interface over HTTP', async () => {
    const { towers, count, status } = await ask(towerFor(3, floorProtocol.http));
    expect({ count, status }).toEqual({ count: 2, status: epmStatus.ok });
    const found = towers.elements.map((octets) => endpointOf(tower.decode(octets!)));
    expect(found.map((endpoint) => endpoint?.port)).toEqual([6003, 6004]);
  });

  test.each([
    ['another transport', towerFor(3, floorProtocol.tcp)],
    ['an unknown interface', towerFor(4, floorProtocol.http)],
    ['no tower', null],
    ['a tower that ends too early', towerFor(3, floorProtocol.http).subarray(0, 30)],
  ])('%s is not registered', async (_title, octets) => {
    expect(await ask(octets)).toMatchObject({ count: 0, status: epmStatus.notRegistered });
  });
});
