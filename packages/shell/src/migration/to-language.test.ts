import { objectMetadata, tableTypeNames } from '@cutover/core/metadata';
import { type CustomObject, toText } from '@cutover/powershell/values';
import { expect, test } from 'vitest';
import { toLanguage } from './to-language.ts';

const metadataOf = (name: string) => objectMetadata.find((object) => object.name === name)!;
const member = (object: CustomObject, name: string): unknown => {
  const found = object.members.get(name);
  return found?.kind === 'note' ? found.value : undefined;
};

test('a record in a record has a type and a table of its own', () => {
  const item = {
    Number: 1,
    Id: 'size',
    Phase: 'Plan',
    Title: 'T',
    Why: 'W',
    Status: 'Done',
    Detail: null,
    Command: null,
  };
  const plan = toLanguage({ Items: [item] }, metadataOf('MigrationPlan'));
  const [first] = member(plan, 'Items') as CustomObject[];
  expect(first!.typeNames[0]).toBe('Cutover.MigrationPlanItem');
  expect(tableTypeNames).toContain('Cutover.MigrationPlanItem');
});

test('a report is its lines as a text, a test its tree, anything else its members', () => {
  const at = new Date('2026-03-02T08:00:00Z');
  const Entries = [
    { CreationTime: at, Message: 'Mailbox created.' },
    { CreationTime: at, Message: 'Done.' },
  ];
  const statistics = toLanguage({ Report: { Entries, Failures: [] } }, metadataOf('MigrationUserStatistics'));
  expect(toText(member(statistics, 'Report'))).toMatch(/ Mailbox created\.\n\S.* Done\.$/);
  const outcome = toLanguage(
    { Detail: { Steps: [], TotalMilliseconds: 1, Json: '[]', Text: '[ok] Testing', Html: '<!doctype html>' } },
    metadataOf('TestMigrationServerAvailabilityOutcome'),
  );
  expect(toText(member(outcome, 'Detail'))).toBe('[ok] Testing');
  expect(toText(outcome)).toMatch(/^@\{Result=; /);
});
