import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWireError } from '../errors.ts';
import { hex } from '../testing/hex.ts';
import { RtsDestination } from './rts-command.ts';
import type { RtsForm } from './rts-form.ts';
import * as forms from './rts-forms.ts';
import { type RtsPdu, rtsPdu } from './rts-pdu.ts';

const cookieA = '03020100-0504-0706-0809-0a0b0c0d0e0f';
const cookieB = '13121110-1514-1716-1819-1a1b1c1d1e1f';
const cookieC = '23222120-2524-2726-2829-2a2b2c2d2e2f';
const a = '000102030405060708090a0b0c0d0e0f';
const b = '101112131415161718191a1b1c1d1e1f';
const c = '202122232425262728292a2b2c2d2e2f';

const formCase = <V>(form: RtsForm<V>, values: V, bytes: Uint8Array) => ({
  name: form.name,
  build: () => form.build(values),
  match: (pdu: RtsPdu) => form.match(pdu),
  values,
  bytes,
});

// Layouts of [MS-RPCH] 2.2.4; the echo is the one that clients have accepted.
const cases = [
  formCase(
    forms.connA1,
    { version: 1, virtualConnectionCookie: cookieA, outChannelCookie: cookieB, receiveWindowSize: 262144 },
    hex`05001403 10000000 4c000000 00000000 00000400 06000000 01000000 03000000 ${a} 03000000 ${b} 00000000 00000400`,
  ),
  formCase(
    forms.connB1,
    {
      version: 1,
      virtualConnectionCookie: cookieA,
      inChannelCookie: cookieB,
      channelLifetime: 0x40000000,
      clientKeepalive: 300000,
      associationGroupId: cookieC,
    },
    hex`05001403 10000000 68000000 00000000 00000600 06000000 01000000 03000000 ${a} 03000000 ${b}
        04000000 00000040 05000000 e0930400 0c000000 ${c}`,
  ),
  formCase(
    forms.connA3,
    { connectionTimeout: 120000 },
    hex`05001403 10000000 1c000000 00000000 00000100 02000000 c0d40100`,
  ),
  formCase(
    forms.connC2,
    { version: 1, receiveWindowSize: 262144, connectionTimeout: 120000 },
    hex`05001403 10000000 2c000000 00000000 00000300 06000000 01000000 00000000 00000400 02000000 c0d40100`,
  ),
  formCase(forms.ping, {}, hex`05001403 10000000 14000000 00000000 01000000`),
  formCase(forms.echo, {}, hex`0500140310000000140000000000000040000000`),
  formCase(
    forms.keepAlive,
    { clientKeepalive: 60000 },
    hex`05001403 10000000 1c000000 00000000 02000100 05000000 60ea0000`,
  ),
  formCase(
    forms.flowControlAckWithDestination,
    {
      destination: RtsDestination.outProxy,
      acknowledgment: { bytesReceived: 131072, availableWindow: 262144, channelCookie: cookieB },
    },
    hex`05001403 10000000 38000000 00000000 02000200 0d000000 03000000 01000000 00000200 00000400 ${b}`,
  ),
  formCase(
    forms.pingTrafficSentNotify,
    { pingTrafficSent: 40 },
    hex`05001403 10000000 1c000000 00000000 02000100 0e000000 28000000`,
  ),
  formCase(forms.outR1A2, { destination: 0 }, hex`05001403 10000000 1c000000 00000000 04000100 0d000000 00000000`),
  formCase(
    forms.outR1A3,
    {
      version: 1,
      virtualConnectionCookie: cookieA,
      predecessorCookie: cookieB,
      successorCookie: cookieC,
      receiveWindowSize: 262144,
    },
    hex`05001403 10000000 60000000 00000000 04000500 06000000 01000000
        03000000 ${a} 03000000 ${b} 03000000 ${c} 00000000 00000400`,
  ),
  formCase(
    forms.inR1A1,
    { version: 1, virtualConnectionCookie: cookieA, predecessorCookie: cookieB, successorCookie: cookieC },
    hex`05001403 10000000 58000000 00000000 04000400 06000000 01000000 03000000 ${a} 03000000 ${b} 03000000 ${c}`,
  ),
  formCase(
    forms.outR1A6,
    { destination: 0, version: 1, connectionTimeout: 120000 },
    hex`05001403 10000000 2c000000 00000000 10000300 0d000000 00000000 06000000 01000000 02000000 c0d40100`,
  ),
  formCase(
    forms.outR1A7,
    { destination: RtsDestination.server, successorCookie: cookieC },
    hex`05001403 10000000 30000000 00000000 10000200 0d000000 02000000 03000000 ${c}`,
  ),
  formCase(forms.outR1A10, { ance: {} }, hex`05001403 10000000 18000000 00000000 00000100 0a000000`),
  formCase(
    forms.outR2A6,
    { destination: 0, ance: {} },
    hex`05001403 10000000 20000000 00000000 00000200 0d000000 00000000 0a000000`,
  ),
  formCase(
    forms.outR2A7,
    { destination: RtsDestination.server, successorCookie: cookieC, version: 1 },
    hex`05001403 10000000 38000000 00000000 10000300 0d000000 02000000 03000000 ${c} 06000000 01000000`,
  ),
  formCase(forms.outR2B3, { ance: {} }, hex`05001403 10000000 18000000 00000000 20000100 0a000000`),
  formCase(forms.outR2C1, { empty: {} }, hex`05001403 10000000 18000000 00000000 01000100 07000000`),
  formCase(
    forms.inR1A4,
    { destination: 0, version: 1, receiveWindowSize: 262144, connectionTimeout: 120000 },
    hex`05001403 10000000 34000000 00000000 00000400 0d000000 00000000 06000000 01000000 00000000 00000400
        02000000 c0d40100`,
  ),
  formCase(forms.inR2A4, { destination: 0 }, hex`05001403 10000000 1c000000 00000000 00000100 0d000000 00000000`),
  formCase(forms.inR1A5, { successorCookie: cookieC }, hex`05001403 10000000 28000000 00000000 00000100 03000000 ${c}`),
];
describe.each(cases)('$name', ({ name, build, match, values, bytes }) => {
  test('is built as the specification lays it out', () => {
    expect(build()).toEqual(bytes);
  });

  test('is recognised, with its values', () => {
    const pdu = rtsPdu.decode(bytes);
    expect(match(pdu)).toEqual(values);
    expect(forms.nameOfRtsPdu(pdu)).toBe(name);
  });

  test('every cut is a wire error', () => {
    for (let end = 0; end < bytes.length; end++) {
      expect(() => rtsPdu.decode(bytes.subarray(0, end)), `cut at ${end}`).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^wire\.(truncated|countTooLarge)$/) }),
      );
    }
  });
});

test('the PDUs of an OUT request fill the Content-Length that it announces', () => {
  const sizeOf = (name: string): number => cases.find((one) => one.name === name)!.bytes.length;
  expect(sizeOf('CONN/A1')).toBe(76);
  expect(sizeOf('OUT_R1/A3') + sizeOf('OUT_R1/A10')).toBe(120);
  expect(sizeOf('OUT_R1/A3') + sizeOf('OUT_R2/C1')).toBe(120);
});

test('other flags or another order of commands is another PDU', () => {
  const pdu = rtsPdu.decode(cases[2]!.bytes);
  expect(forms.nameOfRtsPdu({ ...pdu, flags: 0x20 })).toBeUndefined();
  expect(forms.connA3.match({ ...pdu, commands: [...pdu.commands, ...pdu.commands] })).toBeUndefined();
});

test('an unknown command keeps its bytes', () => {
  const bytes = hex`05001403 10000000 1c000000 00000000 00000100 63000000 01020304`;
  const pdu = rtsPdu.decode(bytes);
  expect(pdu.commands).toEqual([{ tag: 0x63, unknown: hex`01020304` }]);
  expect(rtsPdu.encode(pdu)).toEqual(bytes);
});

test('any bytes give a PDU or a wire error', () => {
  const head = [...hex`05001403 10000000 ff000000 00000000`];
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      try {
        rtsPdu.decode(Uint8Array.from([...head, ...bytes]));
      } catch (error) {
        expect(isWireError(error)).toBe(true);
      }
    }),
  );
});
