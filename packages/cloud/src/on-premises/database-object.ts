import { recipientFor } from '../recipients/find-recipients.ts';
import { identityOf } from '../recipients/names.ts';
import { type OnPremisesView, sourceOf } from './on-premises-context.ts';
import { databasesNamed } from './servers.ts';
import { isSameName } from './trustees.ts';

/** An object whose rights are those of a database: the database, or a mailbox in it. */
export interface DatabaseObject {
  /** legacyExchangeDN. */
  readonly database: string;
  readonly identity: string;
  readonly isInherited: boolean;
}

/** Finds a database, or a mailbox, by its name. */
export function databaseObject(view: OnPremisesView, wanted: string): DatabaseObject {
  const { databases } = view.description;
  if (
    databases.some(({ legacyExchangeDN, name }) => isSameName(name, wanted) || isSameName(legacyExchangeDN, wanted))
  ) {
    const [database] = databasesNamed(view.description, wanted);
    return { database: database!.legacyExchangeDN, identity: database!.name, isInherited: false };
  }
  const mailbox = recipientFor(view, wanted, { kind: 'mailbox' });
  const { homeDatabase = '' } = sourceOf(view, mailbox);
  return { database: homeDatabase, identity: identityOf(view, mailbox), isInherited: true };
}
