import {
  type DistributionGroup,
  type MailContact,
  type MailboxUser,
  OrganisationBuilder,
} from '@cutover/mock-exchange';
import type { DirectoryEntry } from '@cutover/outlook-anywhere';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directoryOrganisation } from '../foreign/directory-organisation.ts';
import { overHttps, type Source, startSource } from './source.ts';

async function readDirectory(source: Source): Promise<DirectoryEntry[]> {
  await using session = await source.connect();
  return await Array.fromAsync(session.directory());
}

/** What a session reads of the seed's objects, by legacyExchangeDN. */
function expected(source: Source) {
  const { recipients } = source.mock.organisation;
  const listed = recipients.filter(({ hidden }) => !hidden);
  return new Map(listed.map((recipient) => [recipient.legacyExchangeDN, recipient]));
}

describe('the directory of contoso', () => {
  let source: Source;
  let entries: DirectoryEntry[];
  beforeAll(async () => {
    source = await startSource();
    entries = await readDirectory(source);
  });
  afterAll(() => source[Symbol.asyncDispose]());

  test('has every object that is not hidden, once', () => {
    expect(entries.map(({ legacyExchangeDN }) => legacyExchangeDN).toSorted()).toEqual(
      [...expected(source).keys()].toSorted(),
    );
  });

  test('tells what every object has', () => {
    const seeded = expected(source);
    for (const entry of entries) {
      const recipient = seeded.get(entry.legacyExchangeDN)!;
      expect(entry).toMatchObject({
        kind: recipient.kind,
        displayName: recipient.displayName,
        alias: recipient.alias,
        primarySmtpAddress: recipient.primarySmtpAddress,
        guid: recipient.objectGuid,
        proxyAddresses: recipient.proxyAddresses,
      });
      const { title, department, businessPhone, city } = recipient.attributes;
      expect(entry.attributes.title).toBe(title);
      expect(entry.attributes.department).toBe(department);
      expect(entry.attributes.businessTelephone).toBe(businessPhone);
      expect(entry.attributes.city).toBe(city);
    }
  });

  test('tells where mailboxes lie, where contacts point, who is in groups', () => {
    const seeded = expected(source);
    for (const entry of entries) {
      const recipient = seeded.get(entry.legacyExchangeDN)!;
      if (entry.kind === 'mailbox') {
        expect(entry.homeDatabaseDN).toBe((recipient as MailboxUser).homeDatabase);
        expect(entry.mailboxGuid).toBe((recipient as MailboxUser).mailboxGuid);
        expect(entry.homeServerDN).toBe(source.mock.organisation.server.legacyExchangeDN);
      } else if (entry.kind === 'contact') {
        expect(entry.targetAddress).toBe((recipient as MailContact).targetAddress);
      } else if (entry.kind === 'group') {
        const visible = (recipient as DistributionGroup).members.filter((dn) => seeded.has(dn));
        expect(entry.members.map(({ legacyExchangeDN }) => legacyExchangeDN).toSorted()).toEqual(visible.toSorted());
      }
    }
  });

  test('names the account that asks', async () => {
    await using session = await source.connect();
    expect(session.userDN).toBe(source.dnOf('administrator'));
  });

  test('can be left early, and asked again', async () => {
    await using session = await source.connect();
    for await (const entry of session.directory()) {
      expect(entry.displayName).not.toBe('');
      break;
    }
    expect(await Array.fromAsync(session.directory())).toHaveLength(entries.length);
  });
});

test.each(['Basic', 'NTLM'] as const)('hundreds of rows come by cursor, over HTTPS and %s', async (authentication) => {
  await using source = await startSource({ organisation: directoryOrganisation });
  await using session = await source.connect('administrator', { ...overHttps(source), authentication });
  const entries = await Array.fromAsync(session.directory());
  expect(entries).toHaveLength(directoryOrganisation.recipients.filter(({ hidden }) => !hidden).length);
  const group = entries.find(({ alias }) => alias === 'everyone');
  expect(group).toMatchObject({ kind: 'group', members: [{ kind: 'group' }, { kind: 'contact' }] });
  expect(session.userDN).toBeUndefined();
});

test.each(['None', 'Connect', 'Sign', 'Seal'] as const)('RPC authentication %s', async (rpcAuthentication) => {
  await using source = await startSource({ organisation: directoryOrganisation });
  await using session = await source.connect('administrator', { rpcAuthentication });
  expect(await Array.fromAsync(session.directory())).not.toHaveLength(0);
});

test('a group whose members fill more than a window of the channel', async () => {
  const aliases = Array.from({ length: 1500 }, (_, index) => `user${index}`);
  const builder = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' });
  for (const alias of aliases)
    builder.user({ alias, displayName: `${'A person with a long name '.repeat(5)}${alias}` });
  builder.group({ alias: 'all', displayName: 'All', members: aliases }).account({ userName: 'administrator' });
  await using source = await startSource({ seed: builder.build() });
  await using session = await source.connect();
  const entries = await Array.fromAsync(session.directory());
  const group = entries.find(({ kind }) => kind === 'group');
  expect(entries).toHaveLength(aliases.length + 1);
  expect(group?.kind === 'group' && group.members.length).toBe(aliases.length);
});
