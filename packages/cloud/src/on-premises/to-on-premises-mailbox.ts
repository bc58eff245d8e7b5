import type { Mailbox } from '@cutover/core';
import { toMailbox } from '../recipients/to-objects.ts';
import type { StoredRecipient } from '../store/directory.ts';
import { type OnPremisesView, sourceOf } from './on-premises-context.ts';
import { isSameName } from './trustees.ts';

/** A mailbox as Get-Mailbox shows it on premises: in a database of its server. */
export function toOnPremisesMailbox(view: OnPremisesView, recipient: StoredRecipient): Mailbox {
  return {
    ...toMailbox(view, recipient),
    ExchangeGuid: sourceOf(view, recipient).mailboxGuid ?? recipient.guid,
    Database: databaseOf(view, recipient),
    ServerName: view.description.server.netBiosName.toLowerCase(),
    MicrosoftOnlineServicesID: '',
    OrganizationId: '',
  };
}

/** The name of the database that holds a mailbox. */
export function databaseOf(view: OnPremisesView, recipient: StoredRecipient): string {
  const { homeDatabase = '' } = sourceOf(view, recipient);
  const { databases } = view.description;
  return databases.find(({ legacyExchangeDN }) => isSameName(legacyExchangeDN, homeDatabase))?.name ?? '';
}
