import { readdirSync } from 'node:fs';
import { definitions } from '@cutover/core';
import { expect, test } from 'vitest';
import { handlers } from './registry.ts';

const names = handlers.map(({ definition }) => definition.name);

test('every cmdlet of the SDK has a handler, and the list is sorted', () => {
  expect(names.toSorted()).toEqual(definitions.map(({ name }) => name).toSorted());
  expect(names).toEqual(names.toSorted());
});

test('each handler has a file of the name of its cmdlet', () => {
  const files = new Set(readdirSync(import.meta.dirname));
  expect(names.filter((name) => !files.has(`${fileName(name)}.ts`))).toEqual([]);
});

/** `Get-MigrationUserStatistics` → `get-migration-user-statistics` */
function fileName(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}
