import { seededRandom } from '@cutover/base';
import { afterAll, describe, expect, test } from 'vitest';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { TemporarySession } from '../testing/temporary-session.ts';
import { decrypt, encrypt } from './encrypted-text.ts';

const session = new TemporarySession();
afterAll(() => session.remove());

const key = Uint8Array.from({ length: 32 }, (_, index) => index);

describe('encrypted texts', () => {
  test.each([16, 24, 32])('come back with a key of %i bytes', (length) => {
    const secret = encrypt('pässwörd', key.subarray(0, length), seededRandom(1));
    expect(secret.startsWith('76492d1116743f0423413b16050a5345')).toBe(true);
    expect(decrypt(secret, key.subarray(0, length))).toBe('pässwörd');
  });

  test('do not come back with another key, and no key of another length is taken', () => {
    const secret = encrypt('x', key, seededRandom(1));
    expect(() => decrypt(secret, key.toReversed())).toThrow(ScriptError);
    expect(() => encrypt('x', key.subarray(1), seededRandom(1))).toThrow(/128 bits, 192 bits, or 256 bits/);
  });

  test('a script reads what was encrypted elsewhere', () => {
    const secret = encrypt('secret', key.subarray(0, 16), seededRandom(2));
    const { text } = session.run(
      `ConvertTo-SecureString '${secret}' -Key (0..15) | ConvertFrom-SecureString -AsPlainText`,
    );
    expect(text).toBe('secret');
  });
});

describe('asking', () => {
  const answers = (...lines: string[]) => ({ prompts: { readLine: () => lines.shift() } });

  test('a person is asked for name and password', () => {
    const { text } = session.run(
      `$c = Get-Credential -Message 'who?'; $c.UserName; $c.GetNetworkCredential().Password`,
      answers('ann', 'pw'),
    );
    expect(text.split('\n').slice(-2)).toEqual(['ann', 'pw']);
    expect(text).toContain('who?');
  });

  test('a secret answer stays one', () => {
    const { text } = session.run(`$s = Read-Host 'Key' -AsSecureString; "$s"; $s.Length`, answers('abc'));
    expect(text).toBe('System.Security.SecureString\n3');
  });

  test('without anybody to ask it is an error', () => {
    expect(session.run(`Read-Host`).errors).toContain('NonInteractive mode');
  });
});
