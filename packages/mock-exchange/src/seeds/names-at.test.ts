import { expect, test } from 'vitest';
import { z } from 'zod';
import { namesAt } from './names-at.ts';

const note = z.strictObject({ kind: z.literal('note'), text: z.string() });
const mail = z.strictObject({
  kind: z.literal('mail'),
  get attached() {
    return z.array(item);
  },
});
const item: z.ZodType = z.discriminatedUnion('kind', [note, mail]);
const schema = z.strictObject({
  name: z.string(),
  boxes: z.record(z.string(), z.strictObject({ items: z.array(item) })),
});

test.each<[PropertyKey[], string[]]>([
  [[], ['name', 'boxes']],
  [['boxes', 'ann'], ['items']],
  [
    ['boxes', 'ann', 'items', 0],
    ['kind', 'text', 'attached'],
  ],
  [
    ['boxes', 'ann', 'items', 0, 'attached', 3],
    ['kind', 'text', 'attached'],
  ],
  [['name'], []],
  [['nothing', 1], []],
])('the names at %j are %j', (path, names) => {
  expect(namesAt(schema, path)).toEqual(names);
});
