import {
  addressBookProvider,
  ephemeralEntryId,
  initialStat,
  nspiInterface,
  nspiResult,
  type NspiRow,
  nspiRow,
  permanentEntryId,
} from '@cutover/wire/nspi';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../organisation/account.ts';
import { type LiveOrganisation, liveOrganisation } from '../../organisation/live-organisation.ts';
import { callerOf, newConnection } from '../testing/caller.ts';
import { createNspi } from './create-nspi.ts';
import { openSession, sample } from './testing/open-session.ts';

const { operations } = nspiInterface;
const memberTag = 0x8009000d;
const removes = 1;

let live: LiveOrganisation;
beforeEach(() => {
  live = liveOrganisation(sample);
});

const recipientOf = (alias: string) => live.current.recipients.find((one) => one.alias === alias)!;
const membersOf = (alias: string): string[] => {
  const group = recipientOf(alias);
  const dns = group.kind === 'group' ? group.members : [];
  return dns.map((dn) => live.current.recipients.find((one) => one.legacyExchangeDN === dn)!.alias);
};

/** A session of somebody whose changes take effect. */
async function sessionOf(alias: string) {
  const { idOf, book } = await openSession(sample);
  const account = { userName: alias, legacyExchangeDN: recipientOf(alias).legacyExchangeDN } as Account;
  const service = createNspi({
    ports: [6004],
    organisation: () => live.current,
    change: (parts) => live.change(parts),
  });
  const call = callerOf(service, { ...newConnection(), account });
  const { handle } = await call(operations.bind, { flags: 0, stat: initialStat, serverGuid: null });
  const change = (group: string, flags: number, ...entryIds: Uint8Array[]) =>
    call(operations.modLinkAtt, { handle, flags, tag: memberTag, id: idOf(group), entryIds });
  const ephemeral = (who: string): Uint8Array =>
    ephemeralEntryId.encode({ server: book.serverGuid, displayType: 0, id: idOf(who) });
  return { call, handle, change, ephemeral, idOf };
}

const permanent = (alias: string): Uint8Array =>
  permanentEntryId.encode({ provider: addressBookProvider, displayType: 0, dn: recipientOf(alias).legacyExchangeDN });

test('who manages a group adds and removes members, named by either form of entry id', async () => {
  const { change, ephemeral } = await sessionOf('zoe');
  expect(await change('buyers', 0, ephemeral('anton'), permanent('pat'))).toEqual({ result: nspiResult.success });
  expect(membersOf('buyers')).toEqual(['zoe', 'annb', 'ghost', 'anton', 'pat']);
  await change('buyers', removes, permanent('annb'), ephemeral('anton'));
  expect(membersOf('buyers')).toEqual(['zoe', 'ghost', 'pat']);
});

test('the session that made the change sees it', async () => {
  const { call, handle, change, ephemeral, idOf } = await sessionOf('zoe');
  await change('buyers', 0, ephemeral('anton'));
  const stat = { ...initialStat, sortType: 0x3e8, currentRec: idOf('buyers'), containerId: memberTag };
  const rest = {
    reserved1: 0,
    reserved: null,
    reserved2: 0,
    filter: null,
    propertyName: null,
    requested: 10,
    tags: null,
  };
  expect((await call(operations.getMatches, { handle, stat, ...rest })).ids).toContain(idOf('anton'));
});

test('nobody else may, and a damaged entry id changes nothing', async () => {
  const { accessDenied, invalidParameter } = nspiResult;
  const stranger = await sessionOf('annb');
  expect((await stranger.change('buyers', 0, permanent('pat'))).result).toBe(accessDenied);
  const manager = await sessionOf('zoe');
  expect((await manager.change('everyone', 0, permanent('pat'))).result).toBe(accessDenied);
  expect((await manager.change('buyers', 0, permanent('pat'), Uint8Array.of(1, 2))).result).toBe(invalidParameter);
  expect(membersOf('buyers')).toEqual(['zoe', 'annb', 'ghost']);
});

describe('ModProps', () => {
  const userCertificate = 0x3a701102;
  const certificate = Buffer.from('3082010a', 'hex');
  const modify = async (who: string, whose: string, tags: number[] | null, values: NspiRow['values']) => {
    const { call, handle, idOf } = await sessionOf(who);
    const stat = { ...initialStat, currentRec: idOf(whose) };
    const answer = await call(operations.modProps, { handle, reserved: 0, stat, tags, row: nspiRow(values) });
    const { row } = await call(operations.getProps, { handle, flags: 0, stat, tags: [userCertificate] });
    return { ...answer, value: row!.values[0]!.value };
  };

  test('a user publishes a certificate of his own, and takes it back', async () => {
    const written = await modify('zoe', 'zoe', [], [{ tag: userCertificate, value: [certificate] }]);
    expect(written).toEqual({ result: nspiResult.success, value: [Uint8Array.from(certificate)] });
    expect(recipientOf('zoe').attributes.userCertificates).toEqual(['MIIBCg==']);
    expect(await modify('zoe', 'zoe', [userCertificate], [])).toEqual({ result: nspiResult.success, value: [] });
  });

  test('nobody else does, and nothing else is written', async () => {
    const { accessDenied, invalidParameter, notFound } = nspiResult;
    const values = [{ tag: userCertificate, value: [certificate] }];
    expect(await modify('annb', 'zoe', [], values)).toEqual({ result: accessDenied, value: notFound });
    const title = [...values, { tag: 0x3a17001f, value: 'Queen' }];
    expect(await modify('zoe', 'zoe', [], title)).toEqual({ result: accessDenied, value: notFound });
    const wrong = [{ tag: 0x3a700102, value: certificate }];
    expect(await modify('zoe', 'zoe', [], wrong)).toMatchObject({ result: invalidParameter });
    expect(recipientOf('zoe').attributes.userCertificates).toBeUndefined();
  });
});
