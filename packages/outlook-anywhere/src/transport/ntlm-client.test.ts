import { authenticateMessage, challengeMessage, exchangeSessionKey, NtlmFlag } from '@cutover/wire/ntlm';
import { describe, expect, test } from 'vitest';
import { hex } from '../testing/hex.ts';
import { authenticate, negotiate, type NtlmClientOptions } from './ntlm-client.ts';

// The worked example of [MS-NLMP] 4.2.4: names, password, challenges and time zero.
const client: NtlmClientOptions = {
  credential: { userName: 'Domain\\User', password: 'Password' },
  protection: 'none',
  clock: { now: () => -11_644_473_600_000, sleep: () => Promise.resolve() },
  random: { bytes: (length) => new Uint8Array(length).fill(0xaa) },
};
const targetInfo = hex`02000c0044006f006d00610069006e00 01000c00530065007200760065007200 00000000`;
const challengeWith = (more: { flags?: number; targetInfo?: Uint8Array } = {}): Uint8Array =>
  challengeMessage.encode({
    flags: 0xe28a8233,
    targetName: 'Server',
    serverChallenge: hex`0123456789abcdef`,
    targetInfo,
    version: hex`0600 7017 0000 000f`,
    ...more,
  });

describe('authenticate', () => {
  test('gives the responses of the specification', () => {
    const { message, sessionKey } = authenticate(client, challengeWith());
    const { lmResponse, ntResponse, userName, domain } = authenticateMessage.decode(message);
    expect({ userName, domain }).toEqual({ userName: 'User', domain: 'Domain' });
    expect(lmResponse).toEqual(hex`86c35097ac9cec102554764a57cccc19 aaaaaaaaaaaaaaaa`);
    expect(ntResponse.subarray(0, 16)).toEqual(hex`68cd0ab851e51c96aabc927bebef6a1c`);
    expect(ntResponse.subarray(16)).toEqual(
      hex`0101000000000000 0000000000000000 aaaaaaaaaaaaaaaa 00000000 ${Buffer.from(targetInfo).toString('hex')} 00000000`,
    );
    expect(Uint8Array.from(sessionKey)).toEqual(hex`8de40ccadbc14a82f15cb0ad0de95ca3`);
  });

  test('exchanges a key of its own for sealing', () => {
    const { message, sessionKey } = authenticate({ ...client, protection: 'seal' }, challengeWith());
    expect(sessionKey).toEqual(new Uint8Array(16).fill(0xaa));
    const { encryptedSessionKey } = authenticateMessage.decode(message);
    expect(exchangeSessionKey(hex`8de40ccadbc14a82f15cb0ad0de95ca3`, encryptedSessionKey)).toEqual(sessionKey);
  });

  test('a server that tells the time gets no LM response, and its own time back', () => {
    const time = hex`07000800 0090d336b734c301`;
    const { message } = authenticate(client, challengeWith({ targetInfo: Buffer.concat([time, targetInfo]) }));
    const { lmResponse, ntResponse } = authenticateMessage.decode(message);
    expect(lmResponse).toEqual(new Uint8Array(24));
    expect(ntResponse.subarray(24, 32)).toEqual(time.subarray(4));
  });

  test('agrees to nothing that the server does not offer', () => {
    const { flags } = authenticate({ ...client, protection: 'seal' }, challengeWith({ flags: NtlmFlag.unicode }));
    expect(flags).toBe(NtlmFlag.unicode);
  });
});

test('a first message asks for sealing only where it is wanted', () => {
  const asked = negotiate({ ...client, protection: 'seal' });
  expect(Buffer.from(asked).readUInt32LE(12) & NtlmFlag.seal).toBe(NtlmFlag.seal);
  expect(Buffer.from(negotiate(client)).readUInt32LE(12) & NtlmFlag.seal).toBe(0);
});
