import { initialStat, nspiInterface, nspiResult, type Stat } from '@cutover/wire/nspi';
import { type AddressBook, createAddressBook } from '../../../directory/address-book.ts';
import type { Organisation } from '../../../organisation/organisation.ts';
import { OrganisationBuilder } from '../../../seeds/organisation-builder.ts';
import { callerOf, newConnection } from '../../testing/caller.ts';
import { createNspi } from '../create-nspi.ts';

const { operations } = nspiInterface;

/** A small organisation with a nested group, a hidden user, names with accents, and names that begin alike. */
export const sample: Organisation = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
  .user({
    alias: 'annb',
    displayName: 'Ann Beebe',
    proxyAddresses: ['ann.beebe@contoso.com'],
    manager: 'zoe',
    attributes: { givenName: 'Ann', surname: 'Beebe', title: 'Buyer', office: '12/1' },
  })
  .user({ alias: 'anton', displayName: 'Anton Kirilov', attributes: { givenName: 'Anton', surname: 'Kirilov' } })
  .user({ alias: 'zoe', displayName: 'Zoë Müller', attributes: { title: 'Head of Purchasing' } })
  .user({ alias: 'ghost', displayName: 'Hidden Ghost', hidden: true })
  .contact({ alias: 'pat', displayName: 'Pat Coleman', targetAddress: 'pat@fabrikam.com' })
  .group({ alias: 'buyers', displayName: 'Buyers', members: ['zoe', 'annb', 'ghost'], managedBy: 'zoe' })
  .group({ alias: 'everyone', displayName: 'Everyone', members: ['pat', 'buyers'] })
  .build().organisation;

/** A session on a directory, by whose calls a test asks; `stat` begins as a client's does. */
export async function openSession(organisation: Organisation = sample) {
  const connection = newConnection();
  const service = createNspi({ ports: [6004], organisation: () => organisation });
  const call = callerOf(service, connection);
  const { handle, result } = await call(operations.bind, { flags: 0, stat: initialStat, serverGuid: null });
  if (result !== nspiResult.success) throw new Error(`bind: 0x${result.toString(16)}`);
  const book: AddressBook = createAddressBook(organisation);
  const idOf = (alias: string): number => {
    const recipient = organisation.recipients.find((each) => each.alias === alias);
    return book.idOf(recipient?.legacyExchangeDN ?? '') ?? 0;
  };
  const stat = (changes: Partial<Stat> = {}): Stat => ({ ...initialStat, ...changes });
  return { call, handle, book, idOf, stat, service, connection };
}
