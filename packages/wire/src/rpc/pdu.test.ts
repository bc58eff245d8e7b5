import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWireError } from '../errors.ts';
import { hex } from '../testing/hex.ts';
import { bindAckBody, bindBody, bindNakBody } from './bind.ts';
import { plainStub, readRequest } from './call.ts';
import { PduType } from './common-header.ts';
import { AuthLevel, AuthType, buildPdu, splitPdu } from './pdu.ts';
import { isFeatureNegotiation, ndrSyntax } from './syntax.ts';

const mgmt = { uuid: 'afa8bd80-7d8a-11c9-bef4-08002b102989', majorVersion: 1, minorVersion: 0 };
const mgmtBytes = '80bda8af 8a7d c911 bef4 08002b102989 0100 0000';
const ndrBytes = '045d888a eb1c c911 9fe8 08002b104860 0200 0000';

describe('bind', () => {
  const bytes = hex`05000b03 10000000 48000000 01000000 d016 d016 00000000 01 000000 0000 01 00 ${mgmtBytes} ${ndrBytes}`;
  const body = {
    maxTransmit: 5840,
    maxReceive: 5840,
    associationGroup: 0,
    contexts: [{ contextId: 0, abstractSyntax: mgmt, transferSyntaxes: [ndrSyntax] }],
  };

  test('one interface in NDR, as [C706] 12.6.4.3 lays it out', () => {
    const pdu = splitPdu(bytes);
    expect(pdu.header).toMatchObject({ type: PduType.bind, callId: 1, fragmentLength: 72 });
    expect(bindBody.decode(pdu.body)).toEqual(body);
    expect(buildPdu({ type: PduType.bind, callId: 1, body: bindBody.encode(body) })).toEqual(bytes);
  });

  test('every cut of its body is reported', () => {
    const whole = bindBody.encode(body);
    for (let end = 0; end < whole.length; end++) {
      expect(() => bindBody.decode(whole.subarray(0, end)), `cut at ${end}`).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^wire\.(truncated|countTooLarge)$/) }),
      );
    }
  });
});

describe('bind_ack', () => {
  const acknowledged = {
    maxTransmit: 5840,
    maxReceive: 5840,
    associationGroup: 0x53f0,
    secondaryAddress: '6001',
    results: [{ result: 0, reason: 0, transferSyntax: ndrSyntax }],
  };

  test('the address is padded to four', () => {
    const bytes = hex`d016 d016 f0530000 0500 3630303100 00 01 000000 0000 0000 ${ndrBytes}`;
    expect(bindAckBody.encode(acknowledged)).toEqual(bytes);
    expect(bindAckBody.decode(bytes)).toEqual(acknowledged);
  });

  test('an address of any length comes back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{0,9}$/), (secondaryAddress) => {
        const value = { ...acknowledged, secondaryAddress };
        expect(bindAckBody.decode(bindAckBody.encode(value))).toEqual(value);
      }),
    );
  });
});

test('bind_nak', () => {
  const bytes = hex`0800 01 0500`;
  expect(bindNakBody.decode(bytes)).toEqual({ reason: 8, versions: [{ major: 5, minor: 0 }] });
  expect(bindNakBody.encode({ reason: 8, versions: [{ major: 5, minor: 0 }] })).toEqual(bytes);
});

describe('authentication trailer', () => {
  const auth = { type: AuthType.ntlm, level: AuthLevel.privacy, contextId: 79231, value: hex`4e544c4d` };

  test('stands after padding to four and takes the end of the PDU', () => {
    const bytes = buildPdu({ type: PduType.auth3, callId: 1, body: hex`20202020 20`, auth });
    expect(bytes).toEqual(hex`05001003 10000000 24000400 01000000 20202020 20 000000 0a060300 7f350100 4e544c4d`);
    expect(splitPdu(bytes)).toMatchObject({ padLength: 3, auth });
  });

  test.each([
    ['a value longer than the PDU', hex`05001003 10000000 1c00ff00 01000000 0a060000 00000000 00000000`],
    ['more padding than body', hex`05001003 10000000 20000400 01000000 00000000 0a060500 00000000 01020304`],
  ])('%s is truncated', (_name, bytes) => {
    expect(() => splitPdu(bytes)).toThrow(expect.objectContaining({ code: 'wire.truncated' }));
  });
});

test('an object UUID moves the stub', () => {
  const bytes = hex`05000083 10000000 2a000000 01000000 02000000 0000 0900 ${mgmtBytes} beef`;
  bytes[8] = bytes.length;
  const pdu = splitPdu(bytes.subarray(0, bytes.length));
  const request = readRequest(pdu);
  expect(request).toMatchObject({ opnum: 9, objectUuid: mgmt.uuid, stubOffset: 40 });
  expect(plainStub(pdu, request.stubOffset)).toEqual(hex`0100 0000 beef`);
});

test('a length that is not that of the PDU is refused', () => {
  expect(() => splitPdu(hex`05000003 10000000 19000000 01000000 0000000000000000`)).toThrowErrorMatchingInlineSnapshot(
    `[WireError: wire.unexpected: 25 instead of 24 at RpcHeader.fragmentLength (offset 8)]`,
  );
});

test('a question for features is told from a transfer syntax', () => {
  expect(isFeatureNegotiation({ uuid: '6cb71c2c-9812-4540-0300-000000000000', majorVersion: 1, minorVersion: 0 })).toBe(
    true,
  );
  expect(isFeatureNegotiation(ndrSyntax)).toBe(false);
});

test('any bytes in any body give a value or a wire error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
      for (const codec of [bindBody, bindAckBody, bindNakBody]) {
        try {
          codec.decode(bytes);
        } catch (error) {
          expect(isWireError(error)).toBe(true);
        }
      }
    }),
  );
});
