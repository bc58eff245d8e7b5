import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOrganisationStore, type OrganisationStore } from './organisation-store.ts';
import type { RecipientKind, StoredRecipient } from './directory.ts';

let store: OrganisationStore;
beforeEach(() => void (store = openOrganisationStore({ path: ':memory:' })));
afterEach(() => store[Symbol.dispose]());

const recipient = (alias: string, kind: RecipientKind = 'mailbox'): StoredRecipient => ({
  guid: `guid-${alias}`,
  kind,
  sourceId: `/o=Contoso/cn=${alias}`,
  displayName: alias.toUpperCase(),
  alias,
  primaryAddress: `${alias}@contoso.com`,
  proxyAddresses: [`SMTP:${alias}@contoso.com`, `smtp:${alias}.old@contoso.com`, 'X400:c=us;'],
  attributes: { title: 'Clerk' },
  externalAddress: undefined,
  createdAt: 7,
});

test('a recipient is found by its GUID, its old name and any of its addresses, in any case', () => {
  const { directory } = store;
  directory.add(recipient('ann'), { signInHash: 'scrypt$1', mustChangePassword: true });
  const ann = recipient('ann');
  expect(directory.findByGuid('guid-ann')).toEqual(ann);
  expect(directory.findBySource('/O=CONTOSO/CN=ANN')).toEqual(ann);
  expect(directory.findByAddress('Ann.Old@Contoso.com')).toEqual(ann);
  expect(directory.findByAddress('bob@contoso.com')).toBeUndefined();
  expect(directory.account('guid-ann')).toEqual({ signInHash: 'scrypt$1', mustChangePassword: true });
});

test('an address belongs to one recipient, and nothing is left of one that could not be added', () => {
  store.directory.add(recipient('ann'));
  const thief = { ...recipient('bob'), proxyAddresses: ['smtp:ANN@contoso.com'] };
  expect(() => store.directory.add(thief)).toThrow(/UNIQUE/);
  expect(store.directory.recipients().map(({ alias }) => alias)).toEqual(['ann']);
});

test('groups hold any recipient once, other groups and themselves too', () => {
  const { directory } = store;
  for (const one of [recipient('staff', 'group'), recipient('sales', 'group'), recipient('pat', 'contact')]) {
    directory.add(one);
  }
  directory.setMembers('guid-staff', ['guid-sales', 'guid-pat', 'guid-sales', 'guid-staff']);
  directory.setMembers('guid-sales', ['guid-staff']);
  expect(directory.members('guid-staff')).toEqual(['guid-staff', 'guid-sales', 'guid-pat']);
  directory.setMembers('guid-staff', []);
  expect(directory.members('guid-staff')).toEqual([]);
  expect(directory.recipients({ kind: 'contact' })).toHaveLength(1);
});

test('the first accepted domain is the default, and a name counts once in any case', () => {
  const { directory } = store;
  for (const name of ['contoso.com', 'CONTOSO.com', 'adatum.com']) directory.addAcceptedDomain(name);
  expect(directory.acceptedDomains()).toEqual([
    { name: 'contoso.com', isDefault: true, domainType: 'Authoritative' },
    { name: 'adatum.com', isDefault: false, domainType: 'Authoritative' },
  ]);
});
