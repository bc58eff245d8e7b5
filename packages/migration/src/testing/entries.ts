import type { SourceMailboxEntry, SourceRecipient } from '../ports/source.ts';

/** A mailbox of a source's directory. */
export const mailboxEntry = (name: string): SourceMailboxEntry => ({
  kind: 'mailbox',
  sourceId: `/o=Contoso/cn=Recipients/cn=${name}`,
  displayName: name,
  alias: name,
  primaryAddress: `${name}@contoso.com`,
  proxyAddresses: [`SMTP:${name}@contoso.com`],
  attributes: {},
});

/** A group of a source's directory with those members. */
export const groupEntry = (name: string, members: readonly string[]): SourceRecipient => ({
  ...mailboxEntry(name),
  kind: 'group',
  members: members.map((member) => mailboxEntry(member).sourceId),
});

/** A contact of a source's directory. */
export const contactEntry = (name: string): SourceRecipient => ({
  ...mailboxEntry(name),
  kind: 'contact',
  primaryAddress: `${name}@fabrikam.com`,
  externalAddress: `${name}@fabrikam.com`,
});
