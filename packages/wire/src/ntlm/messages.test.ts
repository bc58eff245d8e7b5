import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWireError } from '../errors.ts';
import { hex } from '../testing/hex.ts';
import { authenticateMessage, challengeMessage, negotiateMessage } from './messages.ts';
import { AvId, avName, targetInfo } from './target-info.ts';

// [MS-NLMP] 4.2.4.3
const challengeBytes = hex`
  4e544c4d53535000 02000000 0c000c0038000000 33828ae2 0123456789abcdef 0000000000000000 2400240044000000
  060070170000000f 530065007200760065007200
  02000c0044006f006d00610069006e00 01000c00530065007200760065007200 00000000`;
const authenticateBytes = hex`
  4e544c4d53535000 03000000 180018006c000000 5400540084000000 0c000c0048000000 0800080054000000 100010005c000000
  10001000d8000000 358288e2 0501280a0000000f
  44006f006d00610069006e00 5500730065007200 43004f004d0050005500540045005200
  86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa
  68cd0ab851e51c96aabc927bebef6a1c 01010000000000000000000000000000aaaaaaaaaaaaaaaa00000000
  02000c0044006f006d00610069006e0001000c00530065007200760065007200 0000000000000000
  c5dad2544fc9799094ce1ce90bc9d03e`;
const negotiateBytes = hex`
  4e544c4d53535000 01000000 0582 08a2 0600060028000000 020002002e000000 0501280a0000000f 444f4d41494e 5043`;

const cases = [
  ['Negotiate', negotiateMessage, negotiateBytes],
  ['Challenge', challengeMessage, challengeBytes],
  ['Authenticate', authenticateMessage, authenticateBytes],
] as const;

describe.each(cases)('%s', (_name, codec, bytes) => {
  test('decodes and encodes the same bytes', () => {
    expect(codec.encode(codec.decode(bytes) as never)).toEqual(bytes);
  });

  test('every cut is reported as truncated', () => {
    for (let end = 0; end < bytes.length; end++) {
      // The one shorter form that exists: an old client's message ends after the flags.
      if (codec === negotiateMessage && end === 16) continue;
      expect(() => codec.decode(bytes.subarray(0, end)), `cut at ${end}`).toThrow(
        expect.objectContaining({ code: 'wire.truncated' }),
      );
    }
  });

  test('any changed bytes give a message or a wire error', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
        const changed = bytes.slice();
        for (const [at, value] of changes) changed[at] = value;
        try {
          codec.decode(changed);
        } catch (error) {
          expect(isWireError(error)).toBe(true);
        }
      }),
    );
  });
});

test('[MS-NLMP] 4.2.4.3: the fields of the examples', () => {
  const challenge = challengeMessage.decode(challengeBytes);
  expect(challenge).toMatchObject({ flags: 0xe28a8233, targetName: 'Server' });
  expect(targetInfo.decode(challenge.targetInfo)).toEqual(
    [avName(AvId.nbDomainName, 'Domain'), avName(AvId.nbComputerName, 'Server')].map(({ id, value }) => ({
      id,
      value: Uint8Array.from(value),
    })),
  );
  expect(authenticateMessage.decode(authenticateBytes)).toMatchObject({
    domain: 'Domain',
    userName: 'User',
    workstation: 'COMPUTER',
    encryptedSessionKey: hex`c5dad2544fc9799094ce1ce90bc9d03e`,
  });
});

test('the Authenticate message of JavaMail 1.6.5, which repeats no flags, has its names in Unicode', () => {
  const captured = hex`
    4e544c4d53535000 03000000 180018006c000000 c200c20084000000 0000000040000000 1a001a0040000000 120012005a000000
    0000000046010000 00000000 610064006d0069006e006900730074007200610074006f0072006c006f00630061006c0068006f0073007400
    2990fb049a0da17e8ae88ea64b692419cddf4747cb6f07f36a396da961a27f20afa4489e4760f7a9 0101000000000000801570e8a479dd01
    cddf4747cb6f07f300000000 02000e0043004f004e0054004f0053004f00 0100140045005800430048002d004d00530047002d003100
    0400160063006f006e0074006f0073006f002e0063006f006d00
    03002c0045005800430048002d004d00530047002d0031002e0063006f006e0074006f0073006f002e0063006f006d00
    0500160063006f006e0074006f0073006f002e0063006f006d00 000000000000000000`;
  expect(authenticateMessage.decode(captured)).toMatchObject({
    flags: 0,
    userName: 'administrator',
    workstation: 'localhost',
  });
});

test('the shortest Negotiate message of old clients is read', () => {
  const short = hex`4e544c4d53535000 01000000 02020000`;
  expect(negotiateMessage.decode(short)).toMatchObject({ flags: 0x202, domain: '', workstation: '' });
});

test('names without Unicode are one byte a character', () => {
  const message = challengeMessage.decode(hex`
    4e544c4d53535000 02000000 0200020030000000 02020000 0123456789abcdef 0000000000000000 0000000000000000 4142`);
  expect(message.targetName).toBe('AB');
});

test('another message type is refused by name', () => {
  expect(() => challengeMessage.decode(negotiateBytes)).toThrowErrorMatchingInlineSnapshot(
    `[WireError: wire.unexpected: message type 1 instead of message type 2 at ChallengeMessage (offset 0)]`,
  );
  expect(() => challengeMessage.decode(new Uint8Array(40))).toThrow(
    expect.objectContaining({ code: 'wire.unexpected' }),
  );
});

test('a list of AV pairs without its end is truncated', () => {
  expect(() => targetInfo.decode(hex`02000200 4100`)).toThrow(expect.objectContaining({ code: 'wire.truncated' }));
});
