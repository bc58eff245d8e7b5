import { type MailboxUser, MockExchange, type Recipient } from '@cutover/mock-exchange';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryOrganisation } from './directory-organisation.ts';
import { describeForeign, runPython } from './foreign-client.ts';

const { recipients, server, accounts } = directoryOrganisation;
const [account] = accounts;
const visible = recipients
  .filter(({ hidden }) => !hidden)
  .toSorted((left, right) => left.displayName.localeCompare(right.displayName, 'en-US'));
const find = (alias: string): Recipient => recipients.find((recipient) => recipient.alias === alias)!;
const annb = find('annb') as MailboxUser;

let mock: MockExchange;
beforeAll(async () => {
  mock = await MockExchange.start({ organisation: directoryOrganisation, httpPort: 0 });
});
afterAll(() => mock.close());

const target = (password: string) => [mock.httpUrl!, server.netBiosName, account!.domain, account!.userName, password];

/** What exchanger.py printed, without its head and without what it says on the way. */
const exchanger = (...args: string[]): Promise<string[]> => exchangerAt(target(account!.password), ...args);

async function exchangerAt(where: readonly string[], ...args: string[]): Promise<string[]> {
  const outcome = await runPython('exchanger.py', [...where, ...args]);
  expect(outcome, outcome.stderr).toMatchObject({ code: 0 });
  return outcome.stdout.split('\n').filter((line) => line !== '' && !/^(Impacket|\[|#)/.test(line));
}

/** The rows that exchanger.py printed, each as it stands between two rulers. */
const rows = async (...args: string[]): Promise<Record<string, string>[]> => rowsIn(await exchanger(...args));

function rowsIn(lines: readonly string[]): Record<string, string>[] {
  const blocks = lines.join('\n').split(/^={5,}$/m);
  return blocks
    .filter((block) => block.trim() !== '')
    .map((block) =>
      Object.fromEntries([...block.matchAll(/^([^:\n]+): (.*)$/gm)].map(([, key, value]) => [key, value])),
    );
}

const list = (values: readonly string[]): string => `[${values.map((value) => `'${value}'`).join(', ')}]`;

const minimal = ({ alias, primarySmtpAddress, objectGuid }: Recipient) => ({
  mailNickname: alias,
  mail: primarySmtpAddress,
  whenCreated: expect.stringMatching(/^2003-11-0/),
  whenChanged: expect.stringMatching(/^2003-11-0/),
  objectGUID: objectGuid,
});

const detailsOfAnn = {
  ...minimal(annb),
  PR_ENTRYID: annb.legacyExchangeDN,
  PR_DISPLAY_NAME: 'Ann Beebe',
  PR_OBJECT_TYPE: '6',
  PR_DISPLAY_TYPE: '0',
  givenName: 'Ann',
  sn: 'Beebe',
  initials: 'AB',
  title: 'Buyer',
  department: 'Purchasing',
  company: 'Contoso',
  homePhone: '+1 425 555 0104',
  mobile: '+1 425 555 0105',
  otherTelephone: list(['+1 425 555 0102', '+1 425 555 0103']),
  streetAddress: '1 Main Street',
  st: 'WA',
  postalCode: '98052',
  co: 'United States',
  proxyAddresses: list(annb.proxyAddresses),
  extensionAttribute1: 'first',
  extensionAttribute11: 'eleventh',
  extensionAttribute15: 'fifteenth',
  msExchMailboxGuid: annb.mailboxGuid,
};

describeForeign('impacket', 'exchanger.py reads the directory', () => {
  test('list-tables -count: every list with its number of rows', async () => {
    const lines = await exchanger('list-tables', '-count');
    const counts = lines.filter((line) => !line.includes('Guid:')).map((line) => line.trim());
    expect(counts).toEqual([
      'Default Global Address List',
      `TotalRecs: ${visible.length}`,
      'All Address Lists',
      'TotalRecs: 0',
      'All Contacts',
      'TotalRecs: 1',
      'All Groups',
      'TotalRecs: 2',
      'All Users',
      `TotalRecs: ${visible.length - 3}`,
      'Public Folders',
      'TotalRecs: 0',
    ]);
  });

  test('MINIMAL: the whole global address list in its order, hidden objects absent', async () => {
    expect(await rows('dump-tables', '-name', 'GAL')).toEqual(visible.map(minimal));
  });

  test('few rows a request give the same', async () => {
    const groups = ['dump-tables', '-name', 'All Groups', '-rows-per-request', '1'];
    expect(await rows(...groups)).toEqual([minimal(find('buyers')), minimal(find('everyone'))]);
    expect(await exchanger('dump-tables', '-name', 'GAL', '-lookup-type', 'GUIDS', '-rows-per-request', '2')).toEqual(
      visible.map(({ objectGuid }) => objectGuid),
    );
  });

  test('EXTENDED: the rows under explicit MIds', async () => {
    const extended = ['-lookup-type', 'EXTENDED'];
    expect(await rows('dump-tables', '-name', 'All Contacts', ...extended)).toMatchObject([
      { ...minimal(find('pat')), PR_DISPLAY_TYPE: '6', targetAddress: 'SMTP:pat@fabrikam.com' },
    ]);
    expect(await rows('dump-tables', '-name', 'All Groups', ...extended)).toMatchObject([
      { PR_DISPLAY_NAME: 'Buyers', PR_OBJECT_TYPE: '8' },
      { PR_DISPLAY_NAME: 'Everyone', PR_ENTRYID: find('everyone').legacyExchangeDN },
    ]);
  });

  test('FULL: all columns that the server knows', async () => {
    const all = await rows('dump-tables', '-name', 'All Users', '-lookup-type', 'FULL', '-rows-per-request', '100');
    expect(all).toHaveLength(visible.length - 3);
    const row = all.find((each) => each['mailNickname'] === 'annb');
    expect(row).toMatchObject({
      ...detailsOfAnn,
      homeMDB: annb.homeDatabase,
      PR_EMAIL_ADDRESS: annb.legacyExchangeDN,
      l: 'Redmond',
      physicalDeliveryOfficeName: '12/1',
      facsimileTelephoneNumber: '+1 425 555 0106',
      telephoneNumber: '+1 425 555 0101',
    });
    expect(all.find((each) => each['mailNickname'] === 'zoe')).toMatchObject({ displayNamePrintable: 'Zoe Muller' });
  });

  test('guid-known: an object by its GUID', async () => {
    expect(await rows('guid-known', '-guid', annb.objectGuid, '-lookup-type', 'EXTENDED')).toMatchObject([
      detailsOfAnn,
    ]);
  });

  test('dnt-lookup: a range of MIds, with and without objects', async () => {
    const guids = await exchanger('dnt-lookup', '-start-dnt', '250', '-stop-dnt', '262', '-lookup-type', 'GUIDS');
    expect(guids).toEqual(recipients.slice(0, 7).map(({ objectGuid }) => objectGuid));
  });

  test('a wrong password is refused', async () => {
    const { stdout, stderr } = await runPython('exchanger.py', [...target('wrong'), 'list-tables']);
    expect(stdout + stderr).toMatch(/Wrong credentials!|401|RPC_E_ACCESS_DENIED|rpc_s_access_denied/);
    expect(stdout).not.toContain('Global Address List');
  });
});

describeForeign('impacket', 'further calls of NSPI', () => {
  test('ids, names, positions and codes', async () => {
    const outcome = await runPython('nspi-calls.py', target(account!.password));
    expect(outcome, outcome.stderr).toMatchObject({ code: 0 });
    const answer = JSON.parse(outcome.stdout) as Record<string, unknown>;
    const id = (alias: string): number => 0x100 + recipients.findIndex((recipient) => recipient.alias === alias);
    const [count, first, last] = [visible.length, id(visible[0]!.alias), id(visible.at(-1)!.alias)];
    expect(answer).toMatchObject({
      ids: [id('annb'), id('ghost'), 0],
      order: [0, true, true],
      seek: [
        { id: id('annb'), row: 0, rows: count },
        { id: id('crowd200'), row: visible.indexOf(find('crowd200')), rows: count },
      ],
      resolved: {
        ids: [2, 1, 2, 2, 0, 0, 2],
        rows: ['annb', 'annb', 'zoe', 'everyone'].map((alias) => ({ '0x39fe001f': `${alias}@contoso.com` })),
      },
      // Head and rows of a dialog, then its texts.
      dialog: { tag: '0x00010102', kind: 1, firstText: 8, title: 'General' },
      // The kind of the dialog, and how many words of instructions the script has.
      creation: { '0x00010102': 1, '0x00040102': 8 },
      narrow: { ids: [2], rows: [{ '0x3001001f': 'Zoë Müller', '0x3a00001e': 'zoe' }] },
      positions: {
        first: [first, 0, count, 0, 0],
        end: [2, count, count, 0, 0],
        'back from the end': [last, count - 1, count, -1, 0],
        'beyond the end': [2, count, count, count, 0],
        'before the beginning': [first, 0, count, 0, 0],
        half: [id(visible[count / 2]!.alias), count / 2, count, 0, 0],
      },
      codes: {
        'past the end': '0x8004010f',
        'unbound handle': 'nca_s_fault_context_mismatch',
        'property list of nothing': '0x80004005',
        'Unicode as code page': '0x8004011e',
        template: '0x8004011f',
      },
      unbind: 1,
    });
    expect((answer['unknown container'] as number[])[4]).toBe(0x80040405);
    expect((answer['unknown row'] as number[])[4]).toBe(0x8004010f);
    expect(answer['propertyList']).toEqual(expect.arrayContaining(['0x3001001e', '0x800f101e', '0x8c6d0102']));
  });
});

describeForeign('impacket', 'endpoint mapper and referral', () => {
  test('endpoints, servers and codes', async () => {
    const outcome = await runPython('referral.py', [...target(account!.password), server.legacyExchangeDN]);
    expect(outcome, outcome.stderr).toMatchObject({ code: 0 });
    const answer = JSON.parse(outcome.stdout) as Record<string, unknown>;
    const directory = {
      interface: 'F5CC5A18-4264-101A-8C59-08002B2F8426 v56.0',
      binding: 'ncacn_http:127.0.0.1[6004]',
      annotation: 'MS NT Directory NSP Interface',
    };
    expect(answer).toMatchObject({
      byInterface: [directory],
      binding: 'ncacn_http:127.0.0.1[6004]',
      notThere: '0x16c9a0d6',
      directory: server.name,
      server: server.name,
      unknownServer: '0x8004010f',
      shortName: '0x80070057',
    });
    expect(answer['entries']).toEqual(
      expect.arrayContaining([directory, expect.objectContaining({ binding: 'ncacn_http:127.0.0.1[6002]' })]),
    );
  });
});

describeForeign('samba', 'endpoint mapper', () => {
  test('every service with its port, page by page, and one by its tower', async () => {
    const port = new URL(mock.httpUrl!).port;
    const who = [account!.domain, account!.userName, account!.password];
    const outcome = await runPython('samba-epm.py', [server.netBiosName, port, ...who]);
    expect(outcome, outcome.stderr).toMatchObject({ code: 0 });
    const tower = { protocols: [0x0d, 0x0d, 0x0b, 0x1f, 0x09], address: '127.0.0.1' };
    const store = { ...tower, interface: 'a4f1db00-ca47-1067-b31f-00dd010662da', port: 6001 };
    const referral = { ...tower, interface: '1544f5e0-613c-11d1-93df-00c04fd7bd09', port: 6002 };
    const directory = { ...tower, interface: 'f5cc5a18-4264-101a-8c59-08002b2f8426', port: 6004 };
    expect(JSON.parse(outcome.stdout)).toEqual({
      entries: [
        { ...store, annotation: 'Exchange Server STORE EMSMDB Interface' },
        { ...referral, annotation: 'MS Exchange Directory RFR Interface' },
        { ...directory, annotation: 'MS NT Directory NSP Interface' },
      ],
      status: 0,
      mapped: [directory],
    });
  });
});

describeForeign('impacket', 'exchanger.py reads the seed contoso', () => {
  const details = (recipient: Recipient) => {
    const { alias, displayName, primarySmtpAddress, objectGuid, legacyExchangeDN, proxyAddresses } = recipient;
    const { givenName, surname, title, department } = recipient.attributes;
    const optional = Object.entries({ givenName, sn: surname, title, department });
    return {
      mailNickname: alias,
      mail: primarySmtpAddress,
      objectGUID: objectGuid,
      PR_ENTRYID: legacyExchangeDN,
      PR_DISPLAY_NAME: displayName,
      proxyAddresses: list(proxyAddresses),
      ...Object.fromEntries(optional.filter(([, value]) => value !== undefined)),
    };
  };

  test('every list, every object, by name, by GUID and by MId', async () => {
    await using seeded = await MockExchange.start({ httpPort: 0 });
    const { organisation } = seeded;
    const administrator = organisation.accounts.find(({ userName }) => userName === 'administrator')!;
    const { domain, userName, password } = administrator;
    const where = [seeded.httpUrl!, organisation.server.netBiosName, domain, userName, password];
    const listed = organisation.recipients.filter(({ hidden }) => !hidden);
    const of = (kind: Recipient['kind']) => listed.filter((recipient) => recipient.kind === kind);
    const tables = (await exchangerAt(where, 'list-tables', '-count')).map((line) => line.trim());
    const counts = [listed, of('mailbox'), of('group'), of('contact')].map(({ length }) => `TotalRecs: ${length}`);
    expect(tables).toEqual(expect.arrayContaining(counts));
    const dumped = rowsIn(await exchangerAt(where, 'dump-tables', '-name', 'GAL', '-lookup-type', 'EXTENDED'));
    const byAlias = new Map(dumped.map((row) => [row['mailNickname'], row]));
    expect(dumped).toHaveLength(listed.length);
    for (const recipient of listed) expect(byAlias.get(recipient.alias)).toMatchObject(details(recipient));
    const [first] = of('contact');
    const known = rowsIn(await exchangerAt(where, 'guid-known', '-guid', first!.objectGuid, '-lookup-type', 'FULL'));
    expect(known).toMatchObject([details(first!)]);
    const range = ['-start-dnt', '256', '-stop-dnt', String(256 + organisation.recipients.length)];
    const guids = await exchangerAt(where, 'dnt-lookup', ...range, '-lookup-type', 'GUIDS');
    expect(guids).toEqual(organisation.recipients.map(({ objectGuid }) => objectGuid));
  });
});
