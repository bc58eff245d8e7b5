import { contoso } from '@cutover/mock-exchange';
import { emptyGuid } from '@cutover/wire';
import { epmInterface, inquiryType } from '@cutover/wire/epm';
import { mgmtInterface } from '@cutover/wire/mgmt';
import { initialStat, nspiInterface, type Restriction, restrictionType, sortType } from '@cutover/wire/nspi';
import { pidTag } from '@cutover/wire/properties';
import { rfrInterface } from '@cutover/wire/rfr';
import { type Conversation, record } from './recording.ts';

const { organisation } = contoso();
const noHandle = { attributes: 0, uuid: emptyGuid };
const columns = [pidTag.displayName, pidTag.emailAddress, pidTag.objectType];

/** Every operation of the endpoint mapper. */
export function recordEndpointMapper(proxyPort: number): Promise<Conversation> {
  const { lookup, map, freeLookupHandle } = epmInterface.operations;
  return record(proxyPort, { port: 593, interface: epmInterface }, async (recorder) => {
    const { entries } = await recorder.call(lookup, {
      inquiryType: inquiryType.all,
      object: null,
      interfaceId: null,
      versionOption: 1,
      handle: noHandle,
      maxEntries: 2,
    });
    const tower = entries.elements[0]!.tower;
    await recorder.call(map, { object: null, tower, handle: noHandle, maxTowers: 4 });
    await recorder.call(freeLookupHandle, { handle: noHandle });
  });
}

/** Every operation of the management interface that does not end in a fault by its nature. */
export function recordManagement(proxyPort: number): Promise<Conversation> {
  const { inquireInterfaceIds, inquireStatistics, isServerListening, inquirePrincipalName } = mgmtInterface.operations;
  const operations = { inquireInterfaceIds, inquireStatistics, isServerListening, inquirePrincipalName };
  return record(proxyPort, { port: 6001, interface: { ...mgmtInterface, operations } }, async (recorder) => {
    await recorder.call(inquireInterfaceIds, {});
    await recorder.call(inquireStatistics, { count: 4 });
    await recorder.call(isServerListening, {});
    await recorder.call(inquirePrincipalName, { authentication: 10, room: 64 });
  });
}

/** Every operation of the referral service. */
export function recordReferral(proxyPort: number): Promise<Conversation> {
  const { getNewDsa, getFqdnFromServerDn } = rfrInterface.operations;
  const userDN = organisation.recipients[0]!.legacyExchangeDN;
  const serverDN = organisation.server.legacyExchangeDN;
  return record(proxyPort, { port: 6002, interface: rfrInterface }, async (recorder) => {
    await recorder.call(getNewDsa, { flags: 0, userDN, unused: { text: null }, server: { text: null } });
    await recorder.call(getFqdnFromServerDn, { flags: 0, length: serverDN.length + 1, serverDN });
  });
}

const memberTag = 0x8009000d;
/** Columns of every type that the directory keeps. */
const allTypes = [0x3001001e, 0x0fff0102, 0x30070040, 0x39000003, 0x800f101f, 0x800f101e, 0x80b9000b, memberTag];

/** Restrictions of many kinds, one in another. */
const filters: (Restriction | null)[] = [
  null,
  { tag: restrictionType.exist, value: { reserved1: 0, tag: pidTag.displayName, reserved2: 0 } },
  {
    tag: restrictionType.and,
    value: [
      {
        tag: restrictionType.content,
        value: { fuzzyLevel: 2, tag: pidTag.displayName, value: { tag: pidTag.displayName, value: 'M' } },
      },
      {
        tag: restrictionType.not,
        value: {
          tag: restrictionType.property,
          value: { relation: 4, tag: pidTag.objectType, value: { tag: pidTag.objectType, value: 8 } },
        },
      },
    ],
  },
];

/** Every operation of the directory. */
export function recordDirectory(proxyPort: number): Promise<Conversation> {
  const calls = nspiInterface.operations;
  const bytesOf = (response: Uint8Array): Uint8Array => response.slice(-24, -4);
  return record(proxyPort, { port: 6004, interface: nspiInterface }, async (recorder) => {
    const opened = await recorder.call(
      calls.bind,
      { flags: 0, stat: initialStat, serverGuid: emptyGuid },
      { opens: bytesOf },
    );
    const session = { handle: opened.handle, reserved: 0, stat: initialStat };
    const carried = { carriesHandle: true };
    const group = organisation.recipients.find(({ kind }) => kind === 'group')!;
    const names = [group, ...organisation.recipients].slice(0, 3).map(({ legacyExchangeDN }) => legacyExchangeDN);
    const { ids } = await recorder.call(calls.dnToMinimalId, { ...session, names }, carried);
    const [groupId, id] = ids as [number, number];
    await recorder.call(calls.getSpecialTable, { ...session, flags: 0, version: 0 }, carried);
    await recorder.call(calls.updateStat, { ...session, delta: 0 }, carried);
    await recorder.call(
      calls.queryRows,
      { ...session, flags: 0, explicitCount: 0, explicitIds: null, count: 5, tags: columns },
      carried,
    );
    const target = { tag: pidTag.displayName, value: 'M' };
    await recorder.call(calls.seekEntries, { ...session, target, explicitIds: null, tags: columns }, carried);
    const matches = { reserved1: 0, reserved2: 0, propertyName: null, requested: 10, tags: columns };
    for (const filter of filters) {
      await recorder.call(calls.getMatches, { ...session, ...matches, reserved: null, filter }, carried);
    }
    const members = { sortType: sortType.displayNameReadOnly, currentRec: groupId, containerId: memberTag };
    await recorder.call(
      calls.getMatches,
      { ...session, ...matches, stat: { ...initialStat, ...members }, reserved: null, filter: null },
      carried,
    );
    await recorder.call(
      calls.queryRows,
      { ...session, flags: 2, explicitCount: 2, explicitIds: [id, groupId], count: 0, tags: allTypes },
      carried,
    );
    await recorder.call(calls.resortRestriction, { ...session, ids: [groupId, id], sortedIds: null }, carried);
    await recorder.call(calls.getPropList, { ...session, flags: 0, id, codePage: 1252 }, carried);
    const stat = { ...initialStat, currentRec: id };
    await recorder.call(calls.getProps, { ...session, stat, flags: 0, tags: columns }, carried);
    await recorder.call(calls.compareMinimalIds, { ...session, id1: id, id2: groupId }, carried);
    await recorder.call(
      calls.modProps,
      { ...session, stat, tags: null, row: { reserved: 0, values: [target] } },
      carried,
    );
    const dialog = { flags: 1, type: 0, dn: null, codePage: 1252, locale: 0x409 };
    await recorder.call(calls.getTemplateInfo, { handle: opened.handle, ...dialog }, carried);
    const templates = { handle: opened.handle, flags: 2, stat: initialStat, version: 0 };
    await recorder.call(calls.getSpecialTable, templates, carried);
    const link = { flags: 0, tag: pidTag.displayName, id, entryIds: [] };
    await recorder.call(calls.modLinkAtt, { handle: opened.handle, ...link }, carried);
    await recorder.call(calls.queryColumns, { ...session, flags: 0 }, carried);
    await recorder.call(calls.getNamesFromIds, { ...session, set: null, tags: [0x8001001f] }, carried);
    const name = { set: 'c840a7dc-42c0-1a10-b4b9-08002b2fe182', reserved: 0, id: 0x800f };
    await recorder.call(calls.getIdsFromNames, { ...session, flags: 0, count: 1, names: [name] }, carried);
    await recorder.call(calls.resolveNames, { ...session, tags: columns, names: ['M', 'nobody'] }, carried);
    await recorder.call(calls.resolveNamesW, { ...session, tags: columns, names: ['M', 'nobody'] }, carried);
    await recorder.call(calls.unbind, { handle: opened.handle, reserved: 0 }, carried);
  });
}
