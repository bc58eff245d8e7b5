import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeName, encodeName, parsePath } from './mailbox-name.ts';
import { formatSet } from './sequence-set.ts';

test('names are sent in modified UTF-7 (RFC 3501 5.1.3)', () => {
  expect(encodeName('~peter/mail/台北/日本語')).toBe('~peter/mail/&U,BTFw-/&ZeVnLIqe-');
  expect(encodeName('Q&A')).toBe('Q&-A');
});

test('every name comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(decodeName(encodeName(name))).toBe(name);
    }),
  );
});

test.each(['&', '&AG', '&AA-', 'Ж', '&A?-'])('%j is refused', (name) => {
  expect(() => decodeName(name)).toThrow('modified UTF-7');
});

test('INBOX is itself in whatever letters', () => {
  expect(parsePath('iNbOx/Sub/')).toEqual(['INBOX', 'Sub']);
});

test('sets are as short as they can be', () => {
  expect(formatSet([1, 2, 3, 5, 7, 8])).toBe('1:3,5,7:8');
});
