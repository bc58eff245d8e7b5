import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { definitions, findDefinition } from './cmdlets.ts';
import type { CmdletDefinition } from './cmdlet-definition.ts';
import { unsupportedSets } from './unsupported-sets.ts';

// Those of PowerShell's approved verbs that migration cmdlets have. Source: Get-Verb.
const approvedVerbs = [
  'Add',
  'Compare',
  'Complete',
  'Connect',
  'Disable',
  'Disconnect',
  'Enable',
  'Export',
  'Get',
  'New',
  'Remove',
  'Set',
  'Start',
  'Stop',
  'Test',
];

interface ParameterFacts {
  readonly type: string;
  readonly aliases?: readonly string[];
  readonly sets?: readonly string[];
  readonly mandatory?: true | readonly string[];
  readonly position?: number;
  readonly pipeline?: boolean;
  readonly values?: readonly string[];
}

interface CmdletFacts {
  readonly sets: readonly string[];
  readonly parameters: Readonly<Record<string, ParameterFacts>>;
}

const facts = JSON.parse(readFileSync(join(import.meta.dirname, '../../../test/facts/cmdlets.json'), 'utf8')) as {
  cmdlets: Record<string, CmdletFacts>;
};

const factsOf = (name: string): CmdletFacts => facts.cmdlets[name]!;

/** What a definition says of each parameter, in the form of the facts. */
function asFacts({ parameters }: CmdletDefinition): Record<string, object> {
  const documented = Object.entries(parameters).filter(([, { extension }]) => !extension);
  const entries = documented.map(([name, { type, aliases, sets, mandatory, position, pipeline }]) => {
    const all = { type, aliases, sets, mandatory, position, pipeline: pipeline === undefined ? undefined : true };
    return [name, Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))] as const;
  });
  return Object.fromEntries(entries);
}

const withoutValues = (parameters: CmdletFacts['parameters']): object =>
  Object.fromEntries(Object.entries(parameters).map(([name, { values: _values, ...rest }]) => [name, rest]));

test('the list is sorted, and is the folder', () => {
  const names = definitions.map(({ name }) => name);
  expect(names).toEqual(names.toSorted());
  const files = readdirSync(join(import.meta.dirname, 'cmdlets')).map((file) => file.replace('.ts', ''));
  const kebab = (name: string): string => name.replace(/([a-z])-?([A-Z])/g, '$1-$2').toLowerCase();
  expect(names.map(kebab).toSorted()).toEqual(files.toSorted());
});

test('a cmdlet is found whatever the case of its name', () => {
  expect(findDefinition('get-migrationBATCH')?.name).toBe('Get-MigrationBatch');
  expect(findDefinition('Get-Calendar')).toBeUndefined();
});

const documented = definitions.filter(({ extension }) => !extension);

test('what is ours has no name of the product', () => {
  const ours = definitions.filter(({ extension }) => extension).map(({ name }) => name);
  expect(ours.filter((name) => name in facts.cmdlets)).toEqual([]);
});

describe.each(documented.map((definition) => [definition.name, definition] as const))('%s', (name, definition) => {
  test('has an approved verb', () => {
    expect(approvedVerbs).toContain(name.slice(0, name.indexOf('-')));
  });

  test('has the sets and parameters of the product', () => {
    const { sets, parameters } = factsOf(name);
    expect(definition.sets).toEqual(sets);
    expect(asFacts(definition)).toEqual(withoutValues(parameters));
  });

  test('names only sets that it has', () => {
    const named = Object.values(definition.parameters).flatMap(({ sets = [], mandatory = [] }) => [
      ...sets,
      ...(mandatory === true ? [] : mandatory),
    ]);
    expect([...named, ...definition.cutoverSets].filter((set) => !definition.sets.includes(set))).toEqual([]);
  });

  test('carries out each of its sets, or refuses it by name', () => {
    const refused = Object.keys(unsupportedSets[name] ?? {});
    const { cutoverSets, onPremisesSets = [], sets } = definition;
    expect([...cutoverSets, ...onPremisesSets, ...refused].toSorted()).toEqual(sets.toSorted());
  });

  test('accepts the values that the product lists', () => {
    for (const [parameter, { values: documented = [] }] of Object.entries(factsOf(name).parameters)) {
      const { refused, values } = definition.parameters[parameter]!;
      if (refused || values === undefined) continue;
      const lower = values.map((value) => value.toLowerCase());
      const missing = documented.filter((value) => !lower.includes(value.toLowerCase()));
      expect(missing, parameter).toEqual([]);
    }
  });

  test('has an example and a help text for each parameter', () => {
    expect(definition.examples.length).toBeGreaterThan(0);
    for (const [parameter, { help }] of Object.entries(definition.parameters)) expect(help, parameter).toMatch(/\.$/);
  });
});
