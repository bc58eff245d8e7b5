import { expect, test } from 'vitest';
import { readLazily } from './read-lazily.ts';

test('has the members of both texts, and reads the second only when it is needed', () => {
  const parse = JSON.parse;
  const read: string[] = [];
  JSON.parse = (text: string) => (read.push(text), parse(text) as unknown);
  try {
    const object = readLazily<{ a: number; b: object; c: number }>('{"a":1}', ['b', 'c'], '{"b":{"d":2},"c":3}');
    expect(object.a).toBe(1);
    expect(read).toEqual(['{"a":1}']);
    expect({ ...object }).toEqual({ a: 1, b: { d: 2 }, c: 3 });
    expect(object.b).toBe(object.b);
    expect(read).toHaveLength(2);
  } finally {
    JSON.parse = parse;
  }
});
