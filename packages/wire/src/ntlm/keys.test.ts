import { expect, test } from 'vitest';
import { encodeClientChallenge } from './client-challenge.ts';
import { exchangeSessionKey, ntHash, ntlmV2Key, ntlmV2Proof, sessionBaseKey } from './keys.ts';

const fromHex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('[MS-NLMP] 4.2.4: every value of the NTLMv2 example', () => {
  const hash = ntHash('Password');
  expect(hexOf(hash)).toBe('a4f49c406510bdcab6824ee7c30fd852');
  const key = ntlmV2Key(hash, { userName: 'User', domain: 'Domain' });
  expect(hexOf(key)).toBe('0c868a403bfd7a93a3001ef22ef02e3f');
  const blob = encodeClientChallenge({
    timestamp: 0n,
    nonce: new Uint8Array(8).fill(0xaa),
    targetInfo: fromHex('02000c0044006f006d00610069006e0001000c00530065007200760065007200' + '00000000'),
  });
  expect(hexOf(blob)).toBe(
    '01010000000000000000000000000000aaaaaaaaaaaaaaaa00000000' +
      '02000c0044006f006d00610069006e0001000c005300650072007600650072000000000000000000',
  );
  const proof = ntlmV2Proof(key, fromHex('0123456789abcdef'), blob);
  expect(hexOf(proof)).toBe('68cd0ab851e51c96aabc927bebef6a1c');
  const base = sessionBaseKey(key, proof);
  expect(hexOf(base)).toBe('8de40ccadbc14a82f15cb0ad0de95ca3');
  expect(hexOf(exchangeSessionKey(base, new Uint8Array(16).fill(0x55)))).toBe('c5dad2544fc9799094ce1ce90bc9d03e');
});

test('the user name counts without regard to case, the domain as it is spelt', () => {
  const hash = ntHash('Password');
  const key = (userName: string, domain: string): string => hexOf(ntlmV2Key(hash, { userName, domain }));
  expect(key('user', 'Domain')).toBe(key('USER', 'Domain'));
  expect(key('User', 'DOMAIN')).not.toBe(key('User', 'Domain'));
});
