import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { definitions } from '@cutover/core';
import { describe, expect, test } from 'vitest';
import { onPremisesHandlers } from '../on-premises/registry.ts';
import { handlers } from './registry.ts';

const sides = [
  { side: 'the cloud', registered: handlers, folder: '.', has: 'cloud' },
  {
    side: 'the on-premises organisation',
    registered: onPremisesHandlers,
    folder: '../on-premises/cmdlets',
    has: 'onPremises',
  },
] as const;

describe.each(sides)('$side', ({ registered, folder, has }) => {
  const names = registered.map(({ definition }) => definition.name);

  test('has a handler for every cmdlet of its side, and the list is sorted', () => {
    const wanted = definitions.filter(({ side = 'cloud' }) => side === has || side === 'both');
    expect(names.toSorted()).toEqual(wanted.map(({ name }) => name).toSorted());
    expect(names).toEqual(names.toSorted());
  });

  test('has a file of the name of each cmdlet', () => {
    const files = new Set(readdirSync(join(import.meta.dirname, folder)));
    expect(names.filter((name) => !files.has(`${fileName(name)}.ts`))).toEqual([]);
  });
});

/** `Get-MigrationUserStatistics` → `get-migration-user-statistics` */
function fileName(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}
