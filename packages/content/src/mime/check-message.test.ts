import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMessage } from './check-message.ts';
import { importMime, originalName } from './import-mime.ts';

const kinds = (text: string) => checkMessage(text.replaceAll('\n', '\r\n')).problems.map(({ kind }) => kind);

describe('the check of a message', () => {
  test('finds nothing in a sound one', () => {
    expect(kinds('Subject: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x\n\ntwo\n--x--\n')).toEqual(
      [],
    );
  });

  test('takes the words for readers without MIME as they are meant', () => {
    const text =
      'Content-Type: multipart/mixed; boundary=x\n\nThis is a multi-part message in MIME format.\n--x\n\none\n--x--\n';
    expect(kinds(text)).toEqual([]);
  });

  test('names the part', () => {
    const inner = 'Content-Type: multipart/mixed; boundary=y\n\n--y\nContent-Transfer-Encoding: uue\n\n?\n--y--\n';
    const { problems } = checkMessage(`Content-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x\n${inner}--x--\n`);
    expect(problems).toEqual([{ kind: 'badEncoding', reason: 'part 2.1: its transfer encoding is unknown' }]);
  });

  test('ends, however deep the parts are nested', () => {
    const text = Array.from(
      { length: 400 },
      (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`,
    );
    expect(kinds(text.join(''))).toContain('tooDeep');
  });
});

const line = fc.oneof(
  fc.constantFrom(
    'Subject: a',
    'Content-Type: multipart/mixed; boundary=x',
    'Content-Type: multipart/alternative; boundary="y"',
    'Content-Type: text/html; charset=utf-8',
    'Content-Type: message/rfc822',
    'Content-Transfer-Encoding: base64',
    'Content-Transfer-Encoding: quoted-printable',
    '--x',
    '--x--',
    '--y',
    '--y--',
    '',
    'AAEC',
    '=C3=BC',
  ),
  fc.stringMatching(/^[a-z]{8,12}$/),
);

test('whatever lines a message is made of, no word of its body is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 25 }), async (lines) => {
      const text = lines.join('\r\n');
      const { content } = await importMime(Uint8Array.from(Buffer.from(text)));
      const held = JSON.stringify(content, (_, value: unknown) =>
        value instanceof Uint8Array
          ? Buffer.from(value).toString('latin1')
          : typeof value === 'bigint'
            ? String(value)
            : value,
      );
      const base64 = lines.includes('Content-Transfer-Encoding: base64');
      const words = base64 ? [] : lines.filter((one) => /^[a-z]{8,12}$/.test(one));
      for (const word of words) expect(held.includes(word) || held.includes(originalName)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('any bytes become a message', async () => {
  const byte = fc.oneof(fc.constantFrom(10, 13, 58, 61, 63, 45, 32, 9, 0), fc.nat({ max: 255 }));
  await fc.assert(
    fc.asyncProperty(fc.array(byte, { maxLength: 300 }), async (bytes) => {
      const { content } = await importMime(Uint8Array.from(bytes));
      expect(content.properties.length).toBeGreaterThan(0);
    }),
  );
});
