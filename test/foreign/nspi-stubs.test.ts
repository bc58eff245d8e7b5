import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePcapng, MockExchange } from '@cutover/mock-exchange';
import { emptyGuid, type Operation, type RequestOf } from '@cutover/wire';
import { initialStat, nspiInterface, type Restriction, type Stat } from '@cutover/wire/nspi';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryOrganisation } from './directory-organisation.ts';
import { describeForeign, run, runPython } from './foreign-client.ts';

const { operations } = nspiInterface;
const handle = { attributes: 0, uuid: emptyGuid };
const displayName = 0x3001001f;
const displayType = 0x39000003;
const stat = (changes: Partial<Stat> = {}): Stat => ({ ...initialStat, ...changes });
const idOf = (alias: string): number =>
  0x100 + directoryOrganisation.recipients.findIndex((recipient) => recipient.alias === alias);

/** A call as a line of raw-calls.py. */
const line = <O extends Operation>(operation: O, request: RequestOf<O>): string =>
  `${operation.opnum} ${Buffer.from(operation.request.encode(request)).toString('hex')}`;

const getMatches = (changes: Partial<Stat>, filter: Restriction | null, tags = [displayName]): string =>
  line(operations.getMatches, {
    handle,
    reserved1: 0,
    stat: stat(changes),
    reserved: null,
    reserved2: 0,
    filter,
    propertyName: null,
    requested: 100,
    tags,
  });

const membersOf = (alias: string): Partial<Stat> => ({
  sortType: 0x3e8,
  currentRec: idOf(alias),
  containerId: 0x8009000d,
});

// The calls whose parameters tshark's dissector knows, among them the one that no other client here makes. Left out is
// what tshark 4.0 cannot read: no columns (a null pointer) in GetMatches and QueryRows, and restrictions other than that
// of a property.
const calls = [
  getMatches(membersOf('buyers'), null, [displayName, displayType, 0x0fff0102]),
  getMatches(membersOf('everyone'), null, [displayName]),
  getMatches({}, { tag: 4, value: { relation: 4, tag: displayType, value: { tag: displayType, value: 6 } } }),
  getMatches({}, { tag: 4, value: { relation: 4, tag: displayName, value: { tag: displayName, value: 'buyers' } } }),
  line(operations.dnToMinimalId, { handle, reserved: 0, names: ['/o=x', '/'] }),
  line(operations.getProps, {
    handle,
    flags: 0,
    stat: stat({ currentRec: idOf('annb') }),
    tags: [displayName, 0x30070040, 0x8c6d0102, 0x3a08001e, 0x8009000d],
  }),
  line(operations.queryRows, {
    handle,
    flags: 0,
    stat: stat({ currentRec: idOf('zoe') }),
    explicitCount: 0,
    explicitIds: null,
    count: 3,
    tags: [displayName, 0x3001001e],
  }),
  line(operations.getSpecialTable, { handle, flags: 4, stat: stat(), version: 0 }),
  line(operations.getSpecialTable, { handle, flags: 2, stat: stat(), version: 0 }),
];

describeForeign('tshark', "reads the calls of the directory that our own codec makes, and the mock's answers", () => {
  let folder: string;
  let capture: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cutover-nspi-'));
    capture = join(folder, 'nspi.pcapng');
    await using mock = await MockExchange.start({ organisation: directoryOrganisation, httpPort: 0, tap: true });
    const [{ domain, userName, password }] = directoryOrganisation.accounts as [(typeof mock.accounts)[number]];
    const stubs = join(folder, 'stubs.txt');
    await writeFile(stubs, calls.join('\n'));
    const target = [mock.httpUrl!, mock.organisation.server.netBiosName, domain, userName, password];
    const outcome = await runPython('raw-calls.py', [...target, '1', stubs]);
    expect(outcome, outcome.stderr).toMatchObject({ code: 0 });
    await writeFile(capture, encodePcapng(mock.tap.pdus));
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  const read = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await run('tshark', ['-r', capture, ...args]);
    expect(code, stderr).toBe(0);
    return stdout;
  };

  test('every stub is read to its last byte', async () => {
    const lines = (await read('-Y', 'nspi')).split('\n').filter((each) => each !== '');
    // The dissector calls DNToMId DNToEph and GetSpecialTable GetHierarchyInfo.
    const names = lines.map((each) => /Nspi\w+ (request|response)/.exec(each)?.[0]);
    const both = (name: string) => [`${name} request`, `${name} response`];
    const expected = [
      'NspiBind',
      ...Array.from({ length: 4 }, () => 'NspiGetMatches'),
      'NspiDNToEph',
      'NspiGetProps',
      'NspiQueryRows',
      'NspiGetHierarchyInfo',
      'NspiGetHierarchyInfo',
    ];
    expect(names).toEqual(expected.flatMap(both));
    expect(lines.filter((each) => /Malformed|Long frame/.test(each))).toEqual([]);
  });

  test('members, matches and rows are what the directory holds', async () => {
    const text = await read('-Y', 'nspi && dcerpc.pkt_type == 2', '-V');
    const answers = text.split('Exchange 5.5 Name Service Provider').slice(1);
    const namesIn = (index: number) => [...answers[index]!.matchAll(/LpszW: (.*)/g)].map((match) => match[1]);
    expect(namesIn(1)).toEqual(['Ann Beebe', 'Zoë Müller']);
    expect(namesIn(2)).toEqual(['Buyers', 'Pat Coleman']);
    expect(namesIn(3)).toEqual(['Pat Coleman']);
    expect(namesIn(4)).toEqual(['Buyers']);
    expect(namesIn(7)).toEqual(['Zoë Müller']);
    const narrow = [...answers[9]!.matchAll(/LpszA: (.*)/g)].map((match) => match[1]);
    expect(narrow).toEqual(['SMTP', 'Internet Address', 'MS', 'Microsoft Mail Address']);
  });
});
