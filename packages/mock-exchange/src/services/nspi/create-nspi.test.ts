import {
  ephemeralEntryId,
  initialStat,
  nspiInterface,
  nspiResult,
  type NspiRow,
  permanentEntryId,
  type Restriction,
  sortType,
  type Stat,
} from '@cutover/wire/nspi';
import { emptyGuid } from '@cutover/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { OrganisationBuilder } from '../../seeds/organisation-builder.ts';
import { callerOf, newConnection } from '../testing/caller.ts';
import { createNspi } from './create-nspi.ts';
import { openSession, sample } from './testing/open-session.ts';

const { operations } = nspiInterface;
const name = 0x3001001f;
const alias = 0x3a00001f;
const members = 0x8009000d;

type Session = Awaited<ReturnType<typeof openSession>>;
let session: Session;
beforeAll(async () => {
  session = await openSession();
});

const valuesOf = (rows: readonly NspiRow[] | null): unknown[] =>
  (rows ?? []).map(({ values }) => (values.length === 1 ? values[0]!.value : values.map(({ value }) => value)));

const query = (changes: {
  stat?: Partial<Stat>;
  ids?: number[];
  count?: number;
  tags?: number[] | null;
  flags?: number;
}) =>
  session.call(operations.queryRows, {
    handle: session.handle,
    flags: changes.flags ?? 0,
    stat: session.stat(changes.stat),
    explicitCount: changes.ids?.length ?? 0,
    explicitIds: changes.ids ?? null,
    count: changes.count ?? 50,
    tags: changes.tags === undefined ? [name] : changes.tags,
  });

const match = (changes: {
  stat?: Partial<Stat>;
  filter?: Restriction | null;
  requested?: number;
  tags?: number[] | null;
}) =>
  session.call(operations.getMatches, {
    handle: session.handle,
    reserved1: 0,
    stat: session.stat(changes.stat),
    reserved: null,
    reserved2: 0,
    filter: changes.filter ?? null,
    propertyName: null,
    requested: changes.requested ?? 100,
    tags: changes.tags === undefined ? [name] : changes.tags,
  });

const inOrder = ['Ann Beebe', 'Anton Kirilov', 'Buyers', 'Everyone', 'Pat Coleman', 'Zoë Müller'];

describe('sessions', () => {
  test('a handle is good on its own connection, until it is unbound', async () => {
    const { service, handle } = await openSession();
    const elsewhere = callerOf(service, newConnection());
    const request = { handle, reserved: 0, flags: 0 };
    await expect(elsewhere(operations.queryColumns, request)).rejects.toMatchObject({ name: 'RpcFault' });
    const own = await openSession();
    const unbound = await own.call(operations.unbind, { handle: own.handle, reserved: 0 });
    expect(unbound).toEqual({ handle: { attributes: 0, uuid: emptyGuid }, result: nspiResult.unbindSuccess });
    await expect(own.call(operations.queryColumns, { ...request, handle: own.handle })).rejects.toThrow('RPC fault');
  });

  test('the server tells its GUID only if asked, and it stays the same', async () => {
    const ask = { flags: 0, stat: initialStat, serverGuid: emptyGuid };
    const first = await session.call(operations.bind, ask);
    const again = await (await openSession()).call(operations.bind, ask);
    expect(first.serverGuid).toMatch(/^[0-9a-f-]{36}$/);
    expect(again.serverGuid).toBe(first.serverGuid);
    expect((await session.call(operations.bind, { ...ask, serverGuid: null })).serverGuid).toBeNull();
  });

  test('Unicode is no code page to bind with, and sessions are limited', async () => {
    const { call } = await openSession();
    const ask = { flags: 0, stat: { ...initialStat, codePage: 1200 }, serverGuid: null };
    expect((await call(operations.bind, ask)).result).toBe(nspiResult.invalidCodePage);
    const results = [];
    for (let count = 0; count < 40; count++) {
      results.push((await call(operations.bind, { ...ask, stat: initialStat })).result);
    }
    expect(new Set(results)).toEqual(new Set([nspiResult.success, nspiResult.outOfResources]));
  });

  test('a session sees the organisation as it was when it was opened', async () => {
    let organisation = sample;
    const service = createNspi({ ports: [6004], organisation: () => organisation });
    const call = callerOf(service);
    const bind = { flags: 0, stat: initialStat, serverGuid: null };
    const total = async (handle: { attributes: number; uuid: string }) =>
      (await call(operations.updateStat, { handle, reserved: 0, stat: initialStat, delta: null })).stat.totalRecs;
    const before = (await call(operations.bind, bind)).handle;
    organisation = { ...sample, recipients: sample.recipients.slice(0, 2) };
    const after = (await call(operations.bind, bind)).handle;
    expect([await total(before), await total(after)]).toEqual([6, 2]);
  });
});

describe('rows', () => {
  test('the list is sorted by name, hidden objects are absent, the cursor ends at the end', async () => {
    const { stat, rows, result } = await query({});
    expect(valuesOf(rows)).toEqual(inOrder);
    expect(stat).toMatchObject({ currentRec: 2, numPos: 6, totalRecs: 6, delta: 0 });
    expect(result).toBe(nspiResult.success);
  });

  test('a cursor goes on where it stopped, over several hundred rows', async () => {
    const builder = new OrganisationBuilder({ name: 'Crowd', domain: 'crowd.test' });
    for (let index = 0; index < 700; index++) builder.user({ alias: `u${index}`, displayName: `User ${index % 350}` });
    const { call, handle } = await openSession(builder.build().organisation);
    const seen: unknown[] = [];
    let { stat } = await call(operations.updateStat, { handle, reserved: 0, stat: initialStat, delta: null });
    for (let calls = 0; stat.currentRec !== 2; calls++) {
      const request = { handle, flags: 0, stat, explicitCount: 0, explicitIds: null, count: 97, tags: [alias] };
      const answer = await call(operations.queryRows, request);
      seen.push(...valuesOf(answer.rows));
      ({ stat } = answer);
      expect(calls).toBeLessThan(8);
    }
    expect(seen).toHaveLength(700);
    expect(new Set(seen).size).toBe(700);
  });

  test('columns come in the order asked for, as often as asked, missing ones as errors', async () => {
    const { rows } = await query({ count: 1, tags: [alias, 0x3a17001f, 0x3a08001f, alias, 0x12340003] });
    expect(rows![0]!.values).toEqual([
      { tag: alias, value: 'annb' },
      { tag: 0x3a17001f, value: 'Buyer' },
      { tag: 0x3a08000a, value: nspiResult.notFound },
      { tag: alias, value: 'annb' },
      { tag: 0x1234000a, value: nspiResult.notFound },
    ]);
  });

  test('8-bit text is in the code page; what it lacks is a question mark', async () => {
    const zoe = { currentRec: session.idOf('zoe') };
    expect(valuesOf((await query({ stat: zoe, tags: [0x3001001e] })).rows)).toEqual(['Zo\xeb M\xfcller']);
    const greek = await query({ stat: { ...zoe, codePage: 1253 }, tags: [0x3001001e] });
    expect(valuesOf(greek.rows)).toEqual(['Zo? M?ller']);
  });

  test('without columns the default ones', async () => {
    const { rows } = await query({ count: 1, tags: null });
    expect(rows![0]!.values.map(({ tag }) => tag)).toEqual([
      0xfffd0003, 0x0ffe0003, 0x39000003, 0x3001001e, 0x3a1a000a, 0x3a18000a, 0x3a19001e,
    ]);
  });

  test('explicit MIds, in their order; hidden objects are there, what is nothing is a row of errors', async () => {
    const ids = [session.idOf('ghost'), 0x9999, session.idOf('annb')];
    const { rows, stat } = await query({ ids, stat: { codePage: 0, templateLocale: 0, sortLocale: 0 } });
    expect(valuesOf(rows)).toEqual(['Hidden Ghost', nspiResult.notFound, 'Ann Beebe']);
    expect(stat).toMatchObject({ currentRec: 0, totalRecs: 0 });
  });

  test('entry ids are permanent, or good for the session if asked', async () => {
    const ids = [session.idOf('buyers')];
    const permanent = valuesOf((await query({ ids, tags: [0x0fff0102] })).rows)[0] as Uint8Array;
    expect(permanentEntryId.decode(permanent)).toMatchObject({ displayType: 1, dn: expect.stringMatching(/=buyers$/) });
    const ephemeral = valuesOf((await query({ ids, tags: [0x0fff0102], flags: 2 })).rows)[0] as Uint8Array;
    expect(ephemeralEntryId.decode(ephemeral)).toEqual({ server: session.book.serverGuid, displayType: 1, id: ids[0] });
  });

  test('an imported name beyond 8 bits does not spoil the list', async () => {
    const { organisation } = new OrganisationBuilder({ name: 'Контосо', domain: 'contoso.test' })
      .user({ alias: 'иван', displayName: 'Иван' })
      .build();
    const { call, handle } = await openSession(organisation);
    const tags = [0x0fff0102, name, 0x3003001e];
    const request = { handle, flags: 0, stat: initialStat, explicitCount: 0, explicitIds: null, count: 9, tags };
    const { rows } = await call(operations.queryRows, request);
    expect(valuesOf(rows)).toEqual([[expect.any(Uint8Array), 'Иван', expect.stringMatching(/cn=\?{4}$/)]]);
  });

  const refused: [title: string, changes: Parameters<typeof query>[0], code: number][] = [
    ['no rows asked for', { count: 0 }, nspiResult.invalidParameter],
    ['no such container', { stat: { containerId: 0x999 } }, nspiResult.invalidBookmark],
    ['no such row', { stat: { currentRec: 0x999 } }, nspiResult.notFound],
    ['a hidden row', { stat: { currentRec: 0x103 } }, nspiResult.notFound],
    ['Unicode as code page', { stat: { codePage: 1200 } }, nspiResult.invalidCodePage],
  ];
  test.each(refused)('%s is refused by its code, the STAT as it was', async (_title, changes, code) => {
    const answer = await query(changes);
    expect(answer).toEqual({ stat: session.stat(changes.stat), rows: null, result: code });
  });
});

describe('the properties of one object', () => {
  const get = (stat: Partial<Stat>, tags: number[] | null, flags = 0) =>
    session.call(operations.getProps, { handle: session.handle, flags, stat: session.stat(stat), tags });

  test('all that it has', async () => {
    const { row, result } = await get({ currentRec: session.idOf('buyers') }, null);
    const tags = row!.values.map(({ tag }) => tag);
    expect(result).toBe(nspiResult.success);
    expect(tags).toEqual(expect.arrayContaining([0x3001001e, members, 0x800c000d, 0x8008000d]));
    expect(tags).not.toContain(0x8011001e);
    const withoutObjects = await get({ currentRec: session.idOf('buyers') }, null, 1);
    expect(withoutObjects.row!.values.map(({ tag }) => tag & 0xffff)).not.toContain(0x000d);
  });

  test('ErrorsReturned when something is missing, also for an object that is not there', async () => {
    expect((await get({ currentRec: session.idOf('zoe') }, [name, 0x3a08001f])).result).toBe(nspiResult.errorsReturned);
    const nothing = await get({ currentRec: 0x9999 }, [name]);
    expect(nothing).toMatchObject({ result: nspiResult.errorsReturned, row: { values: [{ tag: 0x3001000a }] } });
  });

  test('links as text are DNs', async () => {
    const { row } = await get({ currentRec: session.idOf('annb') }, [0x8005001f, 0x8008101f, 0x8009000d]);
    const cn = '/o=Contoso/ou=First Administrative Group/cn=Recipients/cn=';
    expect(row!.values.map(({ value }) => value)).toEqual([`${cn}zoe`, [`${cn}buyers`], nspiResult.notFound]);
  });

  test('Unicode may be the code page, unless 8-bit text is asked for', async () => {
    const stat = { currentRec: session.idOf('zoe'), codePage: 1200 };
    expect((await get(stat, [name])).row!.values[0]!.value).toBe('Zoë Müller');
    expect(await get(stat, [0x3001001e])).toEqual({ row: null, result: nspiResult.invalidCodePage });
  });
});

describe('GetMatches: what a property names', () => {
  const linked = (ofAlias: string, containerId: number, changes: Partial<Stat> = {}) => ({
    sortType: sortType.displayNameReadOnly,
    currentRec: session.idOf(ofAlias),
    containerId,
    ...changes,
  });

  test('the members of a group, by name, hidden ones and groups too', async () => {
    const stat = linked('buyers', members);
    const answer = await match({ stat });
    expect(valuesOf(answer.rows)).toEqual(['Ann Beebe', 'Hidden Ghost', 'Zoë Müller']);
    expect(answer.ids).toEqual(['annb', 'ghost', 'zoe'].map(session.idOf));
    expect(answer.stat).toEqual({ ...session.stat(stat), containerId: session.idOf('buyers') });
    expect(valuesOf((await match({ stat: linked('everyone', members) })).rows)).toEqual(['Buyers', 'Pat Coleman']);
  });

  test('the groups of an object, the owner, the reports', async () => {
    expect(valuesOf((await match({ stat: linked('buyers', 0x8008000d) })).rows)).toEqual(['Everyone']);
    expect(valuesOf((await match({ stat: linked('buyers', 0x800c000d) })).rows)).toEqual(['Zoë Müller']);
    expect(valuesOf((await match({ stat: linked('zoe', 0x800e000d) })).rows)).toEqual(['Ann Beebe']);
    expect((await match({ stat: linked('annb', members) })).ids).toEqual([]);
  });

  test('without columns only MIds', async () => {
    expect(await match({ stat: linked('everyone', members), tags: null })).toMatchObject({
      ids: [session.idOf('buyers'), session.idOf('pat')],
      rows: null,
    });
  });

  test.each([
    ['more than asked for', () => ({ stat: linked('buyers', members), requested: 2 }), nspiResult.tableTooBig],
    ['no object', () => ({ stat: linked('nobody', members) }), nspiResult.generalFailure],
    ['no link', () => ({ stat: linked('buyers', name) }), nspiResult.notSupported],
    ['Unicode', () => ({ stat: linked('buyers', members, { codePage: 1200 }) }), nspiResult.invalidCodePage],
  ])('%s is refused, nothing but the code', async (_title, changes, code) => {
    const request = changes();
    expect(await match(request)).toEqual({ stat: session.stat(request.stat), ids: null, rows: null, result: code });
  });
});

describe('GetMatches: what a restriction lets through', () => {
  const text = (tag: number, value: string) => ({ tag, value });
  const begins = (tag: number, value: string): Restriction => ({
    tag: 3,
    value: { fuzzyLevel: 0x10002, tag, value: text(tag, value) },
  });
  const equals = (tag: number, value: unknown, relation = 4): Restriction => ({
    tag: 4,
    value: { relation, tag, value: { tag, value: value as string } },
  });
  const cases: [title: string, filter: Restriction, found: string[]][] = [
    ['a beginning, case aside', begins(name, 'AN'), ['Ann Beebe', 'Anton Kirilov']],
    ['an accent aside', begins(name, 'zoe m'), ['Zoë Müller']],
    ['8-bit text', begins(0x3001001e, 'Zo\xeb'), ['Zoë Müller']],
    ['a part', { tag: 3, value: { fuzzyLevel: 1, tag: name, value: text(name, 'yer') } }, ['Buyers']],
    ['an equal number', equals(0x39000003, 1), ['Buyers', 'Everyone']],
    ['a name behind another', equals(name, 'Pat', 3), ['Pat Coleman', 'Zoë Müller']],
    [
      'one of many values',
      { tag: 4, value: { relation: 4, tag: 0x800f101f, value: text(0x800f001f, 'smtp:ann.beebe@contoso.com') } },
      ['Ann Beebe'],
    ],
    ['ambiguous name resolution', equals(0x360c001f, 'ann'), ['Ann Beebe']],
    ['existence', { tag: 8, value: { reserved1: 0, tag: 0x3a17001f, reserved2: 0 } }, ['Ann Beebe', 'Zoë Müller']],
    [
      'and, or, not',
      {
        tag: 0,
        value: [
          { tag: 1, value: [begins(name, 'a'), begins(name, 'b')] },
          { tag: 2, value: equals(alias, 'annb') },
        ],
      },
      ['Anton Kirilov', 'Buyers'],
    ],
    ['a bit', { tag: 6, value: { relation: 1, tag: 0x39000003, mask: 2 } }, ['Pat Coleman']],
    ['a size', { tag: 7, value: { relation: 4, tag: name, size: 14 } }, ['Buyers']],
    ['two properties', { tag: 5, value: { relation: 4, tag1: name, tag2: 0x3a20001f } }, inOrder],
  ];

  test.each(cases)('%s', async (_title, filter, found) => {
    const answer = await match({ filter });
    expect(valuesOf(answer.rows)).toEqual(found);
    expect(answer.ids).toHaveLength(found.length);
  });

  test('a restriction that cannot be decided, and none at all, are too complex', async () => {
    const sub: Restriction = { tag: 9, value: { subObject: 1, restriction: null } };
    expect((await match({ filter: { tag: 0, value: [sub] } })).result).toBe(nspiResult.tooComplex);
    expect((await match({ filter: null })).result).toBe(nspiResult.tooComplex);
  });
});

describe('the hierarchy', () => {
  const table = (flags: number) =>
    session.call(operations.getSpecialTable, { handle: session.handle, flags, stat: session.stat(), version: 0 });

  test('the lists of Exchange 2003, each with its MId, depth and parent', async () => {
    const { rows, result, version } = await table(4);
    const shown = rows!.map(({ values }) =>
      values.filter(({ tag }) => [0x30050003, name].includes(tag)).map((v) => v.value),
    );
    expect(shown).toEqual([
      [0, 'Default Global Address List'],
      [0, 'All Address Lists'],
      [1, 'All Contacts'],
      [1, 'All Groups'],
      [1, 'All Users'],
      [1, 'Public Folders'],
    ]);
    expect({ result, version }).toEqual({ result: 0, version: 1 });
    const ids = rows!.map(({ values }) => permanentEntryId.decode(values[0]!.value as Uint8Array));
    expect(ids.map(({ displayType }) => displayType)).toEqual(Array.from({ length: 6 }, () => 0x100));
    expect(ids[0]!.dn).toBe('/');
    expect(ids[1]!.dn).toMatch(/^\/guid=[0-9A-F]{32}$/);
    expect(permanentEntryId.decode(rows![2]!.values.at(-1)!.value as Uint8Array).dn).toBe(ids[1]!.dn);
  });

  test('8-bit names if asked', async () => {
    expect((await table(0)).rows![0]!.values.map(({ tag }) => tag)).toContain(0x3001001e);
  });
});

describe('names of ids', () => {
  const provider = 'c840a7dc-42c0-1a10-b4b9-08002b2fe182';
  const mapi = '00020328-0000-0000-c000-000000000046';
  const names = (set: string | null, tags: number[] | null) =>
    session.call(operations.getNamesFromIds, { handle: session.handle, reserved: 0, set, tags });
  const ids = (...wanted: { set: string | null; id: number }[]) =>
    session.call(operations.getIdsFromNames, {
      handle: session.handle,
      reserved: 0,
      flags: 0,
      count: wanted.length,
      names: wanted.map((one) => ({ reserved: 0, ...one })),
    });

  test('belong to MAPI or to the address book', async () => {
    expect(await names(null, [name, 0x800f101f])).toEqual({
      tags: null,
      names: [
        { set: mapi, reserved: 0, id: 0x3001 },
        { set: provider, reserved: 0, id: 0x800f },
      ],
      result: 0,
    });
  });

  test('are listed by their set, but not those of MAPI', async () => {
    const all = await names(provider, null);
    expect(all.tags).toHaveLength(all.names!.length);
    expect(all.tags).toContain(0x800f101f);
    expect((await names(mapi, null)).result).toBe(nspiResult.notFound);
    expect((await names(null, null)).result).toBe(nspiResult.invalidParameter);
  });

  test('lead back to the ids, with an error in the place of one that there is not', async () => {
    expect(await ids({ set: provider, id: 0x800f }, { set: mapi, id: 0x3001 })).toEqual({
      tags: [0x800f0000, 0x30010000],
      result: 0,
    });
    expect(await ids({ set: mapi, id: 0x800f }, { set: null, id: 0x3001 })).toEqual({
      tags: [0x0000000a, 0x0000000a],
      result: nspiResult.errorsReturned,
    });
  });
});

describe('a request that would take too much', () => {
  const many = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

  test('rows times columns are limited, a cursor just goes less far', async () => {
    const tags = many(100_000, name);
    const limited = await query({ tags });
    expect(limited.rows).toHaveLength(5);
    expect(limited.stat).toMatchObject({ numPos: 5, currentRec: session.idOf('zoe') });
    const explicit = await query({ tags, ids: many(6, session.idOf('zoe')) });
    expect(explicit).toMatchObject({ rows: null, result: nspiResult.outOfResources });
    expect((await query({ ids: many(5001, 1), tags: [] })).result).toBe(nspiResult.outOfResources);
  });

  test('names and conditions are limited', async () => {
    const { call, handle, stat } = session;
    const names = Array.from({ length: 501 }, () => 'ann');
    const resolved = await call(operations.resolveNamesW, { handle, reserved: 0, stat: stat(), tags: null, names });
    expect(resolved).toEqual({ ids: null, rows: null, result: nspiResult.outOfResources });
    const exist: Restriction = { tag: 8, value: { reserved1: 0, tag: name, reserved2: 0 } };
    const filter: Restriction = { tag: 1, value: Array.from({ length: 500 }, () => exist) };
    expect((await match({ filter })).result).toBe(nspiResult.tooComplex);
  });
});

test('an explicit table is sorted, what is no object is dropped', async () => {
  const { call, handle, stat, idOf } = session;
  const ids = [idOf('zoe'), 0x9999, idOf('annb')];
  const request = { handle, reserved: 0, stat: stat({ currentRec: idOf('zoe') }), ids, sortedIds: null };
  const answer = await call(operations.resortRestriction, request);
  expect(answer.sortedIds).toEqual([idOf('annb'), idOf('zoe')]);
  expect(answer.stat).toMatchObject({ currentRec: idOf('zoe'), numPos: 1, totalRecs: 2 });
  const elsewhere = await call(operations.resortRestriction, { ...request, stat: stat({ currentRec: idOf('pat') }) });
  expect(elsewhere.stat).toMatchObject({ currentRec: 0, numPos: 0, totalRecs: 2 });
});

test('a call that the interface does not have is out of range', async () => {
  await expect(session.service.call(session.connection, 15, new Uint8Array(0))).rejects.toThrow('RPC fault 0x1c010002');
});
