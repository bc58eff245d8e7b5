import { expect, test } from 'vitest';
import { canOpenMailbox, findMailboxUser } from '../organisation/organisation.ts';
import { contoso } from '../seeds/contoso/contoso.ts';
import { inAdministrativeGroup } from './administrative-group.ts';

const { organisation } = contoso();

test('an Exchange 2003 stays where it is', () => {
  expect(inAdministrativeGroup(organisation, '2003')).toBe(organisation);
});

test.each(['2007', '2010'] as const)('the server of an Exchange %s lies in the group of its set-up', (version) => {
  const moved = inAdministrativeGroup(organisation, version);
  const dn = '/o=Contoso/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Configuration/cn=Servers/cn=EXCH-MSG-1';
  expect(moved.server.legacyExchangeDN).toBe(dn);
  expect(moved.databases.map(({ legacyExchangeDN }) => legacyExchangeDN)).toContain(`${dn}/cn=Microsoft Private MDB`);
  expect(inAdministrativeGroup(moved, version)).toEqual(moved);
});

test('people keep their names, their databases and who may open them', () => {
  const moved = inAdministrativeGroup(organisation, '2010');
  const ann = organisation.recipients.find(({ alias }) => alias === 'annb')!;
  const user = findMailboxUser(moved, ann.legacyExchangeDN)!;
  expect(moved.databases.map(({ legacyExchangeDN }) => legacyExchangeDN)).toContain(user.homeDatabase);
  const administrator = moved.accounts.find(({ userName }) => userName === 'administrator')!;
  expect(canOpenMailbox(moved, administrator, user)).toBe(true);
});
