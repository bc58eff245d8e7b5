import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { TemporarySession } from '../testing/temporary-session.ts';
import { JsonReader, JsonSyntaxError, type JsonBuilder } from './json-reader.ts';
import { jsonText } from './json-text.ts';

const session = new TemporarySession();
afterAll(() => session.remove());

/** Plain JavaScript values. */
const plain: JsonBuilder = {
  object: () => ({}),
  add: (object, name, value) =>
    void Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true }),
  array: (items) => items,
  string: (text) => text,
  integer: Number,
  float: Number,
};

const read = (text: string, depth = 1024): unknown => new JsonReader(text, plain, depth).read();

function problemOf(text: string, depth?: number): string {
  try {
    read(text, depth);
  } catch (error) {
    if (error instanceof JsonSyntaxError) return error.message;
    throw error;
  }
  return 'none';
}

describe('reading', () => {
  test('whatever JSON.stringify writes is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(read(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test.each([
    ["{'a':1}", { a: 1 }],
    ['{a:1, b:[1,2,],}', { a: 1, b: [1, 2] }],
    ['/* c */ [1, // one\n 2]', [1, 2]],
    ['[0x1F, .5, 1e2]', [31, 0.5, 100]],
    ['"\\u0041\\n\\/"', 'A\n/'],
  ])('is lenient about %s', (text, value) => expect(read(text)).toEqual(value));

  test.each([
    ['{bad}', "Invalid JavaScript property identifier character: }. Path '', line 1, position 4."],
    ['{"a":1', "Unexpected end when deserializing object. Path 'a', line 1, position 6."],
    ['{"a":1} x', "Additional text encountered after finished reading JSON content: x. Path '', line 1, position 8."],
    [
      '{"a":[1,2 3]}',
      "After parsing a value an unexpected character was encountered: 3. Path 'a[1]', line 1, position 10.",
    ],
    ['"open', "Unterminated string. Expected delimiter: \". Path '', line 1, position 5."],
  ])('says what is wrong with %s', (text, message) => expect(problemOf(text)).toBe(message));

  test('no text ends in another error than its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]:,"\'\\/*0-e.tn a'.split('')), maxLength: 20 }), (text) => {
        problemOf(text);
      }),
    );
  });

  test('depth is limited', () => expect(problemOf('[[[1]]]', 2)).toContain('MaxDepth of 2'));
});

describe('writing', () => {
  test('strings come back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(jsonText(text))).toBe(text);
      }),
    );
  });

  test('objects come back through both cmdlets', () => {
    const { text } = session.run(
      `$o = [ordered]@{ n = 1; d = 1.0; s = 'x'; l = @(1, @(2)); o = @{ k = $null }; t = [datetime]'2024-01-02T03:04:05Z' }
       $b = $o | ConvertTo-Json | ConvertFrom-Json
       $b.n, $b.d.GetType().Name, $b.s, $b.l[1][0], ($null -eq $b.o.k), $b.t.Kind -join '|'`,
    );
    expect(text).toBe('1|Double|x|2|True|Local');
  });

  test('what lies too deep is text, and that is said once', () => {
    const { text } = session.run(`@{ a = @{ b = @{ c = 1 }; d = @{ e = 1 } } } | ConvertTo-Json -Depth 1 -Compress`);
    expect(text.match(/truncated/g)).toHaveLength(1);
    expect(text).toContain('System.Collections.Hashtable');
  });
});
