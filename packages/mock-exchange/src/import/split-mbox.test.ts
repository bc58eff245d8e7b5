import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitMbox } from './split-mbox.ts';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const split = (text: string) => splitMbox(bytes(text)).map((message) => Buffer.from(message).toString('latin1'));
const envelope = 'From annb@contoso.com Tue Nov  6 09:00:00 2012\n';

describe('an mbox file', () => {
  test('is cut at its separators', () => {
    expect(split(`${envelope}Subject: a\n\none\n\n${envelope}Subject: b\n\ntwo\n`)).toEqual([
      'Subject: a\n\none\n',
      'Subject: b\n\ntwo\n',
    ]);
  });

  test('gives lines back that were quoted, one sign less each', () => {
    expect(split(`${envelope}\n>From here\n>>From there\nx >From not\n`)).toEqual([
      '\nFrom here\n>From there\nx >From not\n',
    ]);
  });

  test('may have the line ends of Windows', () => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    expect(split(windows(`${envelope}a\n\n${envelope}b\n\n`))).toEqual(['a\r\n', 'b\r\n']);
  });

  test('is not cut within a paragraph', () => {
    expect(split(`${envelope}a\n\ntext\nFrom my house\n`)).toHaveLength(1);
  });

  test('without a separator holds nothing', () => {
    expect(split('')).toEqual([]);
    expect(split('Subject: a\n\nFrom: b\n')).toEqual([]);
  });
});

test('whatever the messages hold comes back', () => {
  const line = fc.oneof(
    fc.constantFrom('From x', '>From x', '>>From x', '', ' From x'),
    fc.stringMatching(/^[a-z:]{0,12}$/),
  );
  const message = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => `${lines.join('\n')}\nend\n`);
  fc.assert(
    fc.property(fc.array(message, { maxLength: 5 }), (messages) => {
      const quoted = messages.map((one) => one.replaceAll(/^(>*From )/gm, '>$1'));
      expect(split(quoted.map((one) => `${envelope}${one}\n`).join(''))).toEqual(messages);
    }),
  );
});
