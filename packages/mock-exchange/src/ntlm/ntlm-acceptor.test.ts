import { seededRandom } from '@cutover/base';
import {
  authenticateMessage,
  AvId,
  challengeMessage,
  hasFlag,
  negotiateMessage,
  NtlmFlag,
  targetInfo,
} from '@cutover/wire/ntlm';
import { describe, expect, test } from 'vitest';
import { answerChallenge, negotiation } from '../testing/ntlm-login.ts';
import { ann, twoAccounts } from '../testing/two-accounts.ts';
import { NtlmAcceptor } from './ntlm-acceptor.ts';
import { serverIdentityOf } from './server-identity.ts';

const acceptor = (): NtlmAcceptor =>
  new NtlmAcceptor({
    accounts: twoAccounts.accounts,
    identity: serverIdentityOf(twoAccounts),
    random: seededRandom(1),
  });

const challengeFor = (flags: number) =>
  challengeMessage.decode(acceptor().challenge(negotiateMessage.encode({ flags, domain: '', workstation: '' })));

describe('challenge', () => {
  test('names the server in every way, without a timestamp', () => {
    const pairs = targetInfo.decode(challengeFor(0xa0880205).targetInfo);
    expect(pairs.map(({ id, value }) => [id, Buffer.from(value).toString('utf16le')])).toEqual([
      [AvId.nbDomainName, 'CONTOSO'],
      [AvId.nbComputerName, 'EXCH-MSG-1'],
      [AvId.dnsDomainName, 'contoso.com'],
      [AvId.dnsComputerName, 'EXCH-MSG-1.contoso.com'],
      [AvId.dnsTreeName, 'contoso.com'],
    ]);
  });

  // What impacket and Samba send.
  test.each([0xa0880205, 0x62088205, 0xe088297])('grants what is asked for and nothing else: %i', (flags) => {
    const answer = challengeFor(flags);
    for (const flag of [NtlmFlag.sign, NtlmFlag.seal, NtlmFlag.key128, NtlmFlag.keyExchange, NtlmFlag.unicode]) {
      expect(hasFlag(answer.flags, flag)).toBe(hasFlag(flags, flag));
    }
    expect(hasFlag(answer.flags, NtlmFlag.targetInfo)).toBe(true);
    expect(answer.targetName).toBe('CONTOSO');
  });

  test('a client without Unicode gets its names in one byte a character', () => {
    const answer = challengeFor(NtlmFlag.oem | NtlmFlag.ntlm);
    expect(hasFlag(answer.flags, NtlmFlag.unicode)).toBe(false);
    expect(answer.targetName).toBe('CONTOSO');
  });
});

describe('authenticate', () => {
  test('a proof gives the account and the key that the client chose', () => {
    const server = acceptor();
    const { message } = answerChallenge(server.challenge(negotiation), ann);
    const identity = server.authenticate(message);
    expect(identity?.account).toBe(ann);
    expect(identity?.sessionKey).toEqual(new Uint8Array(16).fill(0x42));
  });

  test('without key exchange the key is what the proof gives', () => {
    const server = acceptor();
    const { message } = answerChallenge(server.challenge(negotiation), ann);
    const changed = authenticateMessage.decode(message);
    const flags = (changed.flags & ~NtlmFlag.keyExchange) >>> 0;
    const identity = server.authenticate(authenticateMessage.encode({ ...changed, flags }));
    expect(identity?.sessionKey).not.toEqual(new Uint8Array(16).fill(0x42));
  });

  const refused: [name: string, change: (message: ReturnType<typeof authenticateMessage.decode>) => object][] = [
    ['an unknown user', () => ({ userName: 'nobody' })],
    ['another domain', () => ({ domain: 'OTHER' })],
    ['an anonymous user', () => ({ userName: '', domain: '', ntResponse: new Uint8Array() })],
    ['an answer of NTLM version 1', () => ({ ntResponse: new Uint8Array(24) })],
    ['a proof without a blob', ({ ntResponse }) => ({ ntResponse: ntResponse.subarray(0, 16) })],
    ['a blob that was changed', ({ ntResponse }) => ({ ntResponse: Buffer.concat([ntResponse, Buffer.alloc(1)]) })],
  ];
  test.each(refused)('%s is refused', (_name, change) => {
    const server = acceptor();
    const message = authenticateMessage.decode(answerChallenge(server.challenge(negotiation), ann).message);
    expect(server.authenticate(authenticateMessage.encode({ ...message, ...change(message) }))).toBeUndefined();
  });

  test('a challenge can be answered once', () => {
    const server = acceptor();
    const { message } = answerChallenge(server.challenge(negotiation), ann);
    expect(server.authenticate(message)).toBeDefined();
    expect(server.authenticate(message)).toBeUndefined();
  });

  test('garbage proves nothing', () => {
    const server = acceptor();
    server.challenge(negotiation);
    expect(server.authenticate(new Uint8Array(64))).toBeUndefined();
  });
});
