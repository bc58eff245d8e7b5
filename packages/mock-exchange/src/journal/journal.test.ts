import { steppedClock } from '@cutover/base';
import { expect, test } from 'vitest';
import { knownPeople } from '../organisation/known-people.ts';
import { contoso } from '../seeds/contoso/contoso.ts';
import { Journal } from './journal.ts';
import type { NewEntry } from './journal-entry.ts';

const { organisation } = contoso();
const of = (alias: string): string =>
  organisation.recipients.find((recipient) => recipient.alias === alias)!.legacyExchangeDN;

function journalOf(...entries: readonly NewEntry[]): Journal {
  const journal = new Journal({ clock: steppedClock(), people: knownPeople(() => organisation) });
  for (const entry of entries) journal.record(entry);
  return journal;
}

const rop = (name: string, alias = 'annb'): NewEntry => ({
  kind: 'rop',
  rop: name,
  account: alias,
  mailbox: of(alias),
  request: {},
  returnValue: 0,
  isUnexpected: false,
});
const imap = (command: string): NewEntry => ({
  kind: 'imap',
  command,
  account: 'annb',
  mailbox: undefined,
  request: {},
  answer: 'OK',
  isUnexpected: false,
});

test('tells those of the same name first, then others of the same mailbox', () => {
  const journal = journalOf(rop('RopOpenFolder'), rop('RopLogon', 'davidp'), imap('NOOP'));
  expect(() => journal.assertOrder({ rop: 'Logon', mailbox: 'annb' })).toThrow(
    'Nearest:\n#2 davidp RopLogon {}: mailbox differs\n#1 annb RopOpenFolder {}: name differs',
  );
});

test('tells what there was of the kind, where another name alone says nothing', () => {
  const journal = journalOf(rop('RopOpenFolder'), rop('RopLogon'), rop('RopLogon'), imap('NOOP'));
  expect(() => journal.assertOrder({ rop: 'OpenMessage' })).toThrow(
    'number 1 of the expected order, in the 4 entries that were left. There were: RopOpenFolder, RopLogon.',
  );
  expect(() => journal.assertOrder({ rop: 'Logon' }, { rop: 'OpenFolder' })).toThrow(
    'It was there before:\n#1 annb RopOpenFolder {}\nThere were: RopLogon.',
  );
});

test('takes names that only a client knows, and none that was misspelt', () => {
  const journal = journalOf(imap('FETSH'));
  expect(journal.filter({ imap: 'fetsh' })).toHaveLength(1);
  expect(journal.filter({ imap: 'X-OWN' })).toEqual([]);
  expect(() => journal.filter({ imap: 'SELEKT' })).toThrow("There is no imap 'SELEKT'. Did you mean SELECT?");
  expect(() => journal.filter({ http: 'PROFIND' })).toThrow('Did you mean PROPFIND?');
  expect(() => journal.filter({ http: 'RPC_OUT' })).toThrow('Did you mean RPC_OUT_DATA?');
  expect(journal.filter({ smtp: 'EHLO' })).toEqual([]);
});

test('refuses what no entry is', () => {
  expect(() => journalOf().filter({ rop: 'Logon', operation: 'NspiBind' })).toThrow(
    'The match names rop and operation, and no entry is both. Name one of them.',
  );
});
