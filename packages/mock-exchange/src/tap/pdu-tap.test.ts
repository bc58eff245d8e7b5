import { steppedClock } from '@cutover/base';
import { ping } from '@cutover/wire/rts';
import { expect, test } from 'vitest';
import { encodePcapng } from './pcapng.ts';
import { PduTap } from './pdu-tap.ts';

const pdu = (): Buffer => Buffer.from(ping.build({}));

test('PDUs that lie one after the other are recorded one by one, as copies', () => {
  const tap = new PduTap({ clock: steppedClock(1000) });
  const both = Buffer.concat([pdu(), pdu()]);
  tap.record(1, 'in', both);
  both.fill(0);
  expect(tap.pdus).toEqual(
    [1, 2].map(() => ({ connection: 1, direction: 'in', at: 1000, bytes: Uint8Array.from(pdu()) })),
  );
});

test('beyond the limit the oldest go', () => {
  const tap = new PduTap({ clock: steppedClock(), limit: 100 });
  for (let connection = 1; connection <= 50; connection++) tap.record(connection, 'out', pdu());
  expect(tap.pdus.length).toBeLessThanOrEqual(5);
  expect(tap.pdus.at(-1)?.connection).toBe(50);
  tap.clear();
  expect(tap.pdus).toEqual([]);
});

test('a capture file: handshake, then one segment a PDU with the right sequence numbers', () => {
  const tap = new PduTap({ clock: steppedClock(1500) });
  tap.record(3, 'in', pdu());
  tap.record(3, 'out', pdu());
  const file = Buffer.from(encodePcapng(tap.pdus));
  expect([file.readUInt32LE(0), file.readUInt32LE(8)]).toEqual([0x0a0d0d0a, 0x1a2b3c4d]);
  const packets = packetsOf(file);
  expect(
    packets.map(({ from, to, sequence, acknowledged, flags, size }) => [from, to, sequence, acknowledged, flags, size]),
  ).toEqual([
    [40003, 135, 1, 0, 0x02, 0],
    [135, 40003, 1, 2, 0x12, 0],
    [40003, 135, 2, 2, 0x10, 0],
    [40003, 135, 2, 2, 0x18, 20],
    [135, 40003, 2, 22, 0x18, 20],
  ]);
});

/** The packets in the blocks of type 6, behind a section's and an interface's block. */
function packetsOf(file: Buffer) {
  const packets = [];
  for (let at = 0; at < file.length; at += file.readUInt32LE(at + 4)) {
    if (file.readUInt32LE(at) !== 6) continue;
    const [length, tcp] = [file.readUInt32LE(at + 20), file.subarray(at + 28 + 20)];
    packets.push({
      from: tcp.readUInt16BE(0),
      to: tcp.readUInt16BE(2),
      sequence: tcp.readUInt32BE(4),
      acknowledged: tcp.readUInt32BE(8),
      flags: tcp[13],
      size: length - 40,
    });
  }
  return packets;
}
