import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findDefinition } from './cmdlets.ts';
import type { ParameterDefinition } from './cmdlet-definition.ts';

const { cmdlets } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../test/facts/contradictions.json'), 'utf8'),
) as { cmdlets: Record<string, string[]> };

/** Scripts in use give these to a batch of mailboxes, as the metadata has it. */
const asInMetadata = [
  '-BadItemLimit: set Onboarding only in metadata',
  '-LargeItemLimit: set Onboarding only in metadata',
];

const isIn = ({ sets }: ParameterDefinition, set: string): boolean => sets?.includes(set) ?? true;
const isRequired = ({ mandatory }: ParameterDefinition, set: string): boolean =>
  mandatory === true || (mandatory?.includes(set) ?? false);

/** What is done about each kind of contradiction: the printed syntax holds. */
const rules: readonly (readonly [form: RegExp, holds: (found: Found) => boolean])[] = [
  [
    /^-(?<name>\w+): required differs in set (?<set>\S+) \(metadata True, syntax False\)$/,
    ({ one, set }) => !isRequired(one!, set),
  ],
  [/^-(?<name>\w+): set (?<set>.+) only in syntax$/, ({ one, set }) => isIn(one!, set)],
  [
    /^-(?<name>\w+): set (?<set>.+) only in metadata$/,
    ({ issue, one, set }) => isIn(one!, set) === asInMetadata.includes(issue),
  ],
  [/^syntax (?<set>\S+): -(?<name>\w+) has no heading$/, ({ one }) => one === undefined],
];

interface Found {
  readonly issue: string;
  readonly set: string;
  /** Absent where the cmdlet has no such parameter. */
  readonly one: ParameterDefinition | undefined;
}

const all = Object.entries(cmdlets).flatMap(([cmdlet, issues]) => issues.map((issue) => [cmdlet, issue] as const));

test.each(all)('%s %s: the syntax holds', (cmdlet, issue) => {
  const [form, holds] = rules.find(([pattern]) => pattern.test(issue))!;
  const { name = '', set = '' } = form.exec(issue)!.groups!;
  expect(holds({ issue, set, one: findDefinition(cmdlet)!.parameters[name] })).toBe(true);
});
