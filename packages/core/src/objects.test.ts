import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { definitions } from './cmdlets.ts';
import type { PropertyDefinition } from './define-object.ts';
import * as enumerations from './objects/enumerations.ts';

interface Facts {
  /** Types by property; empty where none is public. */
  readonly objects: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly enumerations: Readonly<Record<string, readonly string[]>>;
  readonly tables: Readonly<Record<string, readonly { header: string; width?: number }[]>>;
}

const facts = JSON.parse(readFileSync(join(import.meta.dirname, '../../../test/facts/objects.json'), 'utf8')) as Facts;

const lower = (name: string): string => name.toLowerCase();
const outputNamed = (name: string) => definitions.find(({ output }) => output?.name === name)!.output!;

/** What is another type here, and why. */
const others: Readonly<Record<string, string>> = {
  // It prints as the name in both; the endpoint itself is Get-MigrationEndpoint's.
  SourceEndpoint: 'MigrationEndpointId',
};

describe.each(Object.entries(facts.objects))('%s', (name, documented) => {
  const properties = Object.entries<PropertyDefinition>(outputNamed(name).properties);

  test('has the properties of the product, in their order', () => {
    const wanted = Object.keys(documented).map(lower);
    expect(properties.map(([property]) => lower(property)).filter((property) => wanted.includes(property))).toEqual(
      wanted,
    );
  });

  test('has their types', () => {
    const own = Object.fromEntries(properties.map(([property, { type }]) => [lower(property), type]));
    const wrong = Object.entries(documented).filter(
      ([property, type]) => type !== '' && own[lower(property)] !== (others[property] ?? type),
    );
    expect(wrong.map(([property, type]) => `${property}: ${own[lower(property)]}, not ${type}`)).toEqual([]);
  });
});

test.each(Object.entries(facts.enumerations))('%s has the names of the product, in their order', (name, values) => {
  const own = Object.entries(enumerations).find(([exported]) =>
    [`${name}es`, `${name}s`, summary(name)].map(lower).includes(lower(exported)),
  );
  // Those of other kinds of migration are texts that are refused.
  if (own === undefined) return expect(elsewhere).toContain(name);
  expect(own[1]).toEqual(values);
});

const elsewhere = [
  'MigrationFeature',
  'IMAPSecurityMechanism',
  'SkippableMigrationSteps',
  'MigrationWorkflowControlFlags',
];
const summary = (name: string): string => name.replace(/y$/, 'ies');

test.each(Object.entries(facts.tables))('%s is shown by the columns of the product', (cmdlet, columns) => {
  const { output } = definitions.find(({ name }) => name === cmdlet)!;
  expect(output!.table!.map(({ header, width }) => ({ header, ...(width && { width }) }))).toEqual(columns);
});
