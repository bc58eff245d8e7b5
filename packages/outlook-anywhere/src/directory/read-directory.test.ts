import { displayType, type NspiPropertyValue, nspiRow } from '@cutover/wire/nspi';
import { pidTag, propertyType, withType } from '@cutover/wire/properties';
import { describe, expect, test } from 'vitest';
import type { AddressBook } from './address-book.ts';
import { addressBookTag } from './columns.ts';
import type { DirectoryEntry } from './entry.ts';
import { readDirectory } from './read-directory.ts';
import { createRow, type Row } from './row.ts';
import { toEntry } from './to-entry.ts';

const notFound = 0x8004010f;
const row = (...values: NspiPropertyValue[]): Row => createRow(nspiRow(values));
const named = (name: string, type: number, ...more: NspiPropertyValue[]): Row =>
  row(
    { tag: pidTag.displayName, value: name },
    { tag: pidTag.emailAddress, value: `/cn=${name}` },
    { tag: pidTag.smtpAddress, value: `${name}@contoso.com` },
    { tag: pidTag.displayType, value: type },
    ...more,
  );
const database = { tag: addressBookTag.homeDatabase, value: '/o=Contoso/cn=Servers/cn=EXCH/cn=Microsoft Private MDB' };

describe('toEntry', () => {
  const { mailUser, distributionList, forum, agent, remoteMailUser } = displayType;
  const cases: [what: string, of: Row, expected: Partial<DirectoryEntry> & Record<string, unknown>][] = [
    [
      'a user with a mailbox',
      named('ann', mailUser, database),
      { kind: 'mailbox', homeServerDN: '/o=Contoso/cn=Servers/cn=EXCH' },
    ],
    ['a user without one', named('ann', mailUser), { kind: 'other', other: 'user without mailbox' }],
    ['a group', named('sales', distributionList), { kind: 'group', members: [] }],
    [
      'a contact',
      named('pat', remoteMailUser, { tag: addressBookTag.targetAddress, value: 'SMTP:pat@fabrikam.com' }),
      { kind: 'contact', targetAddress: 'SMTP:pat@fabrikam.com' },
    ],
    ['a public folder', named('news', forum), { kind: 'other', other: 'public folder' }],
    ['a dynamic group', named('all', agent), { kind: 'other', other: 'dynamic group' }],
    ['something else', named('what', 99), { kind: 'other', other: 'unknown' }],
    ['a row without anything', row(), { kind: 'other', displayName: '', legacyExchangeDN: '', proxyAddresses: [] }],
  ];

  test.each(cases)('%s', (_what, of, expected) => {
    expect(toEntry(of)).toMatchObject(expected);
  });

  test('what the directory does not hold is absent, whatever type was asked for', () => {
    const missing = (tag: number): NspiPropertyValue => ({ tag: withType(tag, propertyType.error), value: notFound });
    const entry = toEntry(
      named('ann', mailUser, missing(pidTag.title), missing(addressBookTag.homeDatabaseUnicode), database),
    );
    expect(entry).toMatchObject({ kind: 'mailbox', attributes: {} });
    expect(entry.attributes).not.toHaveProperty('title');
  });

  test('attributes, dates and ids', () => {
    const entry = toEntry(
      named(
        'ann',
        mailUser,
        database,
        { tag: pidTag.title, value: 'Buyer' },
        { tag: pidTag.business2TelephoneNumbers, value: ['1', '2'] },
        { tag: 0x8c61001f, value: 'fifteenth' },
        { tag: pidTag.creationTime, value: 0x01c4bff98c9bd000n },
        { tag: addressBookTag.objectGuid, value: Uint8Array.from({ length: 16 }, (_, index) => index) },
      ),
    );
    expect(entry.attributes).toEqual({
      title: 'Buyer',
      otherTelephones: ['1', '2'],
      extensionAttributes: { 15: 'fifteenth' },
      created: new Date('2004-11-01T10:00:00Z'),
    });
    expect(entry.guid).toBe('03020100-0504-0706-0809-0a0b0c0d0e0f');
  });
});

/** A book of these rows; a group's members by their names. */
function bookOf(listed: readonly Row[], members: Record<string, Row[]>, hidden: readonly Row[] = []): AddressBook {
  const all = [...listed, ...hidden];
  return {
    pages: async function* () {
      yield listed.slice(0, 2);
      yield listed.slice(2);
    },
    rowsOf: (ids) => Promise.resolve(ids.map((id) => all[id]!)),
    linked: ({ dn, tag }) => {
      const rows = tag === addressBookTag.member ? (members[dn.slice('/cn='.length)] ?? []) : [];
      return Promise.resolve({ rows, ids: rows.map((one) => all.indexOf(one)) });
    },
    resolve: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

describe('readDirectory', () => {
  const ann = named('ann', displayType.mailUser, database);
  const [all, sales, secret] = ['all', 'sales', 'secret'].map((name) => named(name, displayType.distributionList)) as [
    Row,
    Row,
    Row,
  ];

  test('members are told with their groups, groups among them too', async () => {
    const entries = await Array.fromAsync(
      readDirectory(bookOf([all, ann, sales], { all: [ann, sales], sales: [ann] })),
    );
    expect(entries.map(({ displayName }) => displayName)).toEqual(['all', 'ann', 'sales']);
    expect(entries[0]).toMatchObject({
      members: [
        { kind: 'mailbox', legacyExchangeDN: '/cn=ann' },
        { kind: 'group', legacyExchangeDN: '/cn=sales' },
      ],
    });
  });

  test('a hidden group that another names comes once, at the end, also if groups hold each other', async () => {
    const book = bookOf([all, sales], { all: [secret, sales], sales: [secret, all], secret: [all, secret] }, [secret]);
    const entries = await Array.fromAsync(readDirectory(book));
    expect(entries.map(({ displayName }) => displayName)).toEqual(['all', 'sales', 'secret']);
  });
});
