import { seededRandom } from '@cutover/base';
import { expect, test } from 'vitest';
import { createSealedChannel, type Side } from './sealed-channel.ts';

const random = seededRandom(3);
const token = random.bytes(32);
const greetings = random.bytes(60);
const channel = (side: Side, key = token) => createSealedChannel({ token: key, side, greetings });
const distrusted = expect.objectContaining({ code: 'cloud.serviceNotTrusted' });
const secret = Buffer.from('the password is Secret!1');

test('what one side seals the other opens, in order, and nobody else can read it', () => {
  const client = channel('client');
  const service = channel('service');
  for (let round = 0; round < 3; round++) {
    const sealed = client.seal(secret);
    expect(Buffer.from(sealed).includes('Secret!1')).toBe(false);
    expect(service.open(sealed)).toEqual(secret);
    expect(client.open(service.seal(secret))).toEqual(secret);
  }
});

test('another token, a repeated frame, an echoed frame and a cut one are refused', () => {
  const client = channel('client');
  const sealed = client.seal(secret);
  expect(() => channel('service', random.bytes(32)).open(sealed)).toThrow(distrusted);
  expect(() => channel('client').open(sealed)).toThrow(distrusted);
  expect(() => channel('service').open(sealed.subarray(0, 10))).toThrow(distrusted);
  const service = channel('service');
  service.open(sealed);
  expect(() => service.open(sealed)).toThrow(distrusted);
});
