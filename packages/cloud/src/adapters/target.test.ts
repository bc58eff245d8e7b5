import { steppedClock } from '@cutover/base';
import type { SourceGroupEntry, SourceMailboxEntry, Target } from '@cutover/migration';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOrganisationStore, type OrganisationStore } from '../store/organisation-store.ts';
import { createTarget } from './target.ts';

let store: OrganisationStore;
let target: Target;
beforeEach(() => {
  store = openOrganisationStore({ path: ':memory:' });
  target = createTarget({ store, clock: steppedClock(7) });
});
afterEach(() => store[Symbol.dispose]());

const mailbox = (alias: string, ...more: string[]): SourceMailboxEntry => ({
  kind: 'mailbox',
  sourceId: `/o=Contoso/cn=Recipients/cn=${alias}`,
  displayName: alias,
  alias,
  primaryAddress: `${alias}@contoso.com`,
  proxyAddresses: [`SMTP:${alias}@contoso.com`, ...more],
  attributes: {},
});
const account = (guid: string) => ({ guid, signInHash: 'scrypt$', mustChangePassword: true });

test('a mailbox keeps its addresses and answers to its old name, so that replies to old mail arrive', () => {
  target.createMailbox(mailbox('ann', 'smtp:a@contoso.com'), account('1'));
  expect(store.directory.findByGuid('1')).toMatchObject({
    proxyAddresses: ['SMTP:ann@contoso.com', 'smtp:a@contoso.com', 'X500:/o=Contoso/cn=Recipients/cn=ann'],
    createdAt: 7,
  });
  expect(store.directory.account('1')).toEqual({ signInHash: 'scrypt$', mustChangePassword: true });
});

test('an address that is somebody’s is refused by name', () => {
  target.createMailbox(mailbox('ann', 'smtp:shared@contoso.com'), account('1'));
  const second = () => target.createMailbox(mailbox('bob', 'smtp:Shared@contoso.com'), account('2'));
  expect(second).toThrow('The address "shared@contoso.com" already belongs to a mailbox of the organization.');
});

test('what was migrated is found by its old name, what was there before by its address', () => {
  target.createMailbox(mailbox('ann'), account('1'));
  expect(target.findRecipient({ sourceId: '/O=CONTOSO/CN=RECIPIENTS/CN=ANN' })?.guid).toBe('1');
  expect(target.findRecipient({ sourceId: '/cn=other', address: 'ANN@contoso.com' })?.guid).toBe('1');
  expect(target.findRecipient({ sourceId: '/cn=other' })).toBeUndefined();
});

test('what was there already is found by its old name from then on, and takes the addresses that are free', () => {
  target.createMailbox(mailbox('bob'), account('1'));
  const own = { ...mailbox('sales'), proxyAddresses: ['SMTP:sales@contoso.com'], externalAddress: undefined };
  const made = { ...own, guid: '2', kind: 'group', sourceId: undefined, createdAt: 1 } as const;
  store.directory.add(made);
  const entry: SourceGroupEntry = {
    ...mailbox('sales', 'smtp:selling@contoso.com', 'smtp:bob@contoso.com'),
    kind: 'group',
    members: [],
  };
  target.linkRecipient('2', entry);
  expect(target.findRecipient({ sourceId: entry.sourceId })?.guid).toBe('2');
  const linked = ['SMTP:sales@contoso.com', 'smtp:selling@contoso.com', `X500:${entry.sourceId}`];
  expect(store.directory.findByGuid('2')).toMatchObject({ proxyAddresses: linked, displayName: 'sales' });
  target.linkRecipient('2', { ...entry, sourceId: '/cn=other' });
  expect(target.findRecipient({ sourceId: entry.sourceId })?.guid).toBe('2');
});

test('groups take members of every kind', () => {
  const group: SourceGroupEntry = { ...mailbox('staff'), kind: 'group', members: [] };
  target.createMailbox(mailbox('ann'), account('1'));
  target.createContact({ ...mailbox('pat'), kind: 'contact', externalAddress: 'pat@fabrikam.com' }, { guid: '2' });
  target.createGroup(group, { guid: '3' });
  target.setGroupMembers('3', ['1', '2']);
  expect(store.directory.members('3')).toEqual(['1', '2']);
  expect(store.directory.findByGuid('2')?.externalAddress).toBe('pat@fabrikam.com');
});

test('accepted domains are compared without case', () => {
  store.directory.addAcceptedDomain('contoso.com');
  expect(target.isAcceptedDomain('Contoso.COM')).toBe(true);
  expect(target.isAcceptedDomain('sub.contoso.com')).toBe(false);
});
