import { expect, test } from 'vitest';
import { folderType, isInScope } from './folder-type.ts';

const folder = (path: string, containerClass = 'IPF.Note', role?: string) => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  path,
  containerClass,
  role,
});
const all = [
  folder('/Posteingang', 'IPF.Note', 'inbox'),
  folder('/Kalender', 'IPF.Appointment'),
  folder('/Kalender/Urlaub', 'IPF.Appointment'),
  folder('/Contacts', 'IPF.Contact'),
  folder('/Suppliers', 'IPF.Contact'),
  folder('/Drafts'),
  folder('/Projects'),
  folder('/Projects/Tasks'),
];

test('a folder is known by what the mailbox says, by its name, or as the only one of its kind on top', () => {
  expect(all.map((one) => folderType(one, all))).toEqual([
    'Inbox',
    'Calendar',
    'UserCreated',
    'Contacts',
    'UserCreated',
    'Drafts',
    'UserCreated',
    'UserCreated',
  ]);
});

test.each([
  ['Inbox', undefined, true],
  ['Inbox', 'All', true],
  ['Inbox', 'Inbox', true],
  ['Inbox', 'Calendar', false],
  ['UserCreated', 'Personal', true],
])('%s is in the scope %s: %s', (type, scope, isIn) => {
  expect(isInScope(type, scope)).toBe(isIn);
});
