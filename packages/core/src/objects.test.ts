import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { definitions } from './cmdlets.ts';

const { objects } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../test/facts/objects.json'), 'utf8')) as {
  objects: Record<string, string[]>;
};

const lower = (name: string): string => name.toLowerCase();

test.each(Object.entries(objects))('%s has the properties of the product', (name, facts) => {
  const { output } = definitions.find((definition) => definition.output?.name === name)!;
  const own = Object.keys(output!.properties).map(lower);
  expect(facts.map(lower).filter((property) => !own.includes(property))).toEqual([]);
});
