import { checkFields, wholeNumber } from '../../check-fields.ts';
import { OrganisationBuilder } from '../organisation-builder.ts';
import type { Seed } from '../seed.ts';
import { fillMailbox } from './fill-mailbox.ts';
import { fillPublicFolders } from './fill-public-folders.ts';
import { contacts, groups, users } from './people.ts';

/** The number that the seed has unless another is given. */
const defaultNumber = 2003;

/**
 * Contoso: twelve mailboxes, three groups of which one holds the others, five contacts and a hidden one; an
 * administrator with Receive As on the only database; public folders with news, holidays and customers. The same number gives the same organisation.
 */
export function contoso(options: { number?: number } = {}): Seed {
  checkFields(options, 'the options of contoso()', { number: wholeNumber(0) });
  const { number = defaultNumber } = options;
  const builder = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com', number });
  for (const user of users) builder.user({ ...user, fill: (mailbox) => fillMailbox(mailbox, user, number) });
  for (const group of groups) builder.group(group);
  for (const contact of contacts) builder.contact(contact);
  builder.publicFolders((folders) => fillPublicFolders(folders, number));
  return builder.grantReceiveAs('administrator').build();
}
