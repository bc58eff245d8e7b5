import { describe, expect, test } from 'vitest';
import { NtlmFlag } from './flags.ts';
import { createSecurityContext, openMessage, protectMessage } from './security-context.ts';

const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

// [MS-NLMP] 4.2.1 and 4.2.4: RandomSessionKey is sixteen times 0x55, the flags are those of the NTLMv2 example.
const sessionKey = new Uint8Array(16).fill(0x55);
const flags = 0xe28a8233;

describe('NTLM security context', () => {
  test('[MS-NLMP] 4.2.4.4: keys, sealed message and signature of the example', () => {
    const { send } = createSecurityContext({ role: 'client', sessionKey, flags });
    expect(hexOf(send.signingKey)).toBe('4788dc861b4782f35d43fd98fe1a2d39');
    const message = utf16('Plaintext');
    const signature = protectMessage(send, { signed: message, sealed: message });
    expect(hexOf(message)).toBe('54e50165bf1936dc996020c1811b0f06fb5f');
    expect(hexOf(signature)).toBe('010000007fb38ec5c55d497600000000');
  });

  test.each([0xe28a8233, 0xe28a8233 & ~NtlmFlag.keyExchange, 0xe28a8233 & ~NtlmFlag.key128])(
    'flags %i: what one side protects the other opens, in order, both ways',
    (negotiated) => {
      const client = createSecurityContext({ role: 'client', sessionKey, flags: negotiated });
      const server = createSecurityContext({ role: 'server', sessionKey, flags: negotiated });
      for (const [from, to] of [
        [client.send, server.receive],
        [server.send, client.receive],
      ] as const) {
        for (const [index, text] of ['first', 'second', ''].entries()) {
          const buffer = utf16(`head${text}`);
          const parts = { signed: buffer, sealed: index === 1 ? buffer.subarray(8, 8) : buffer.subarray(8) };
          const signature = protectMessage(from, parts);
          expect(openMessage(to, parts, signature)).toBe(true);
          expect(buffer).toEqual(utf16(`head${text}`));
        }
      }
    },
  );

  test('a changed bit in what is signed, sealed or in the signature is noticed', () => {
    for (let at = 0; at < 8 + 16; at++) {
      const client = createSecurityContext({ role: 'client', sessionKey, flags });
      const server = createSecurityContext({ role: 'server', sessionKey, flags });
      const buffer = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]);
      const parts = { signed: buffer, sealed: buffer.subarray(4) };
      const signature = protectMessage(client.send, parts);
      const [changed, index] = at < 8 ? [buffer, at] : [signature, at - 8];
      changed[index]! ^= 0x10;
      expect(openMessage(server.receive, parts, signature)).toBe(false);
    }
  });

  test('a message that comes twice is refused', () => {
    const client = createSecurityContext({ role: 'client', sessionKey, flags });
    const server = createSecurityContext({ role: 'server', sessionKey, flags });
    const empty = new Uint8Array();
    const signature = protectMessage(client.send, { signed: empty, sealed: empty });
    expect(openMessage(server.receive, { signed: empty, sealed: empty }, signature)).toBe(true);
    expect(openMessage(server.receive, { signed: empty, sealed: empty }, signature)).toBe(false);
  });

  test('a signature of the wrong size is refused', () => {
    const { receive } = createSecurityContext({ role: 'server', sessionKey, flags });
    const empty = new Uint8Array();
    expect(openMessage(receive, { signed: empty, sealed: empty }, empty)).toBe(false);
  });
});
