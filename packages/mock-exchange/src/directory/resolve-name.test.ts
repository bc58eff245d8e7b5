import { resolution } from '@cutover/wire/nspi';
import { describe, expect, test } from 'vitest';
import { OrganisationBuilder } from '../seeds/organisation-builder.ts';
import { createAddressBook } from './address-book.ts';
import { guidDn, nt5Dn } from './dn.ts';
import { resolveName } from './resolve-name.ts';

const { organisation } = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
  .user({
    alias: 'ann',
    displayName: 'Ann Beebe',
    attributes: { givenName: 'Ann', surname: 'Beebe', office: 'Berlin' },
  })
  .user({ alias: 'annik', displayName: 'Annik Stahl', attributes: { givenName: 'Annik', surname: 'Stahl' } })
  .user({ alias: 'jose', displayName: 'José Lugo', proxyAddresses: ['pepe@contoso.com'] })
  .user({ alias: 'ghost', displayName: 'Hidden Ghost', hidden: true })
  .group({ alias: 'staff', displayName: 'Staff of Berlin', members: ['ann'] })
  .build();
const book = createAddressBook(organisation);
const [everybody, , , groups] = book.containers;
const [ann] = organisation.recipients;

const outcomeOf = (name: string | null, container = everybody!): string => {
  const found = resolveName(book, container, name);
  if (found.outcome === resolution.resolved) return found.object.recipient.alias;
  return found.outcome === resolution.ambiguous ? 'ambiguous' : 'unresolved';
};

describe('a typed name', () => {
  test.each([
    ['a whole name', 'Ann Beebe', 'ann'],
    ['a beginning of one', 'beeb', 'ann'],
    ['a beginning of several', 'an', 'ambiguous'],
    ['an alias, though others begin so', 'ann', 'ann'],
    ['given name and surname by their beginnings', 'an be', 'ann'],
    ['the other way round', 'stahl annik', 'annik'],
    ['without its accent', 'jose l', 'jose'],
    ['an office', 'Berl', 'ann'],
    ['an address', 'pepe@contoso.com', 'jose'],
    ['an address with its type', 'SMTP:Pepe@contoso.com', 'jose'],
    ['spaces around it', '  annik ', 'annik'],
    ['=, the whole alias', '=ann', 'ann'],
    ['=, not only the beginning', '=anni', 'unresolved'],
    ['nobody', 'xavier', 'unresolved'],
    ['a hidden name', 'Hidden Ghost', 'unresolved'],
    ['nothing', '', 'unresolved'],
    ['= and nothing', '=', 'unresolved'],
    ['a null string', null, 'unresolved'],
  ])('%s', (_title, name, outcome) => {
    expect(outcomeOf(name)).toBe(outcome);
  });

  test('only within the container', () => {
    expect(outcomeOf('Berl', groups)).toBe('unresolved');
    expect(outcomeOf('staff', groups)).toBe('staff');
    expect(outcomeOf('ann', groups)).toBe('unresolved');
  });

  test('a DN in any of its forms', () => {
    for (const dn of [ann!.legacyExchangeDN, guidDn(ann!.objectGuid), nt5Dn(ann!.objectGuid)]) {
      expect(outcomeOf(dn)).toBe('ann');
      expect(outcomeOf(`=${dn.toUpperCase()}`)).toBe('ann');
      expect(outcomeOf(dn, groups)).toBe('unresolved');
    }
  });
});
