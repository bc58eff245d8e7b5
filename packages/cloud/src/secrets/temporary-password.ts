import type { Random } from '@cutover/base';

// Letters and digits that nobody mistakes for each other on paper: without I, l, 1, O, o and 0.
const upper = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const lower = 'abcdefghijkmnpqrstuvwxyz';
const digits = '23456789';
const alphabet = upper + lower + digits;
const length = 8;

const isComplex = (text: string): boolean => /[A-Z]/.test(text) && /[a-z]/.test(text) && /[0-9]/.test(text);

/**
 * An 8-character alphanumeric password for a new mailbox, to be changed at the first sign-in.
 * Every password that has an upper-case letter, a lower-case letter and a digit is equally likely.
 */
export function temporaryPassword(random: Random): string {
  for (;;) {
    const candidate = draw(random);
    if (isComplex(candidate)) return candidate;
  }
}

function draw(random: Random): string {
  let text = '';
  while (text.length < length) {
    for (const byte of random.bytes(length)) {
      // Bytes above the last whole multiple would favour the first characters; they are thrown away.
      if (byte < 256 - (256 % alphabet.length) && text.length < length) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}
