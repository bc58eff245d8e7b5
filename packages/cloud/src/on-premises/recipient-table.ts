import type { RecipientContext } from '../recipients/names.ts';
import type { StoredRecipient } from '../store/directory.ts';
import type { OnPremisesDescription, OnPremisesRecipient } from './on-premises-organisation.ts';

/** The recipients of an on-premises organisation in the form in which cmdlets look for them. */
export interface RecipientTable {
  readonly directory: RecipientContext['directory'];
  readonly byGuid: ReadonlyMap<string, OnPremisesRecipient>;
}

export function recipientTable(
  recipients: readonly OnPremisesRecipient[],
  description: OnPremisesDescription,
): RecipientTable {
  const stored = recipients.map((recipient) => toStored(recipient, description));
  const byName = new Map(recipients.map((recipient) => [recipient.legacyExchangeDN.toLowerCase(), recipient]));
  const byGuid = new Map(recipients.map((recipient) => [recipient.objectGuid, recipient]));
  const storedByGuid = new Map(stored.map((recipient) => [recipient.guid, recipient]));
  const membersOf = (guid: string): string[] =>
    (byGuid.get(guid)?.members ?? []).flatMap((dn) => byName.get(dn.toLowerCase())?.objectGuid ?? []);
  return {
    byGuid,
    directory: {
      recipients: ({ kind } = {}) => stored.filter((one) => kind === undefined || one.kind === kind),
      findByGuid: (guid) => storedByGuid.get(guid),
      members: membersOf,
      account: () => undefined,
    },
  };
}

function toStored(recipient: OnPremisesRecipient, { domain }: OnPremisesDescription): StoredRecipient {
  const { account, alias, kind, objectGuid, primarySmtpAddress, targetAddress } = recipient;
  return {
    guid: objectGuid,
    kind,
    sourceId: recipient.legacyExchangeDN,
    displayName: recipient.displayName,
    alias,
    primaryAddress: primarySmtpAddress,
    proxyAddresses: recipient.proxyAddresses,
    attributes: attributesOf(recipient),
    externalAddress: targetAddress?.replace(/^smtp:/i, ''),
    createdAt: Date.parse(recipient.createdAt),
    signInName: kind === 'mailbox' ? (account ?? `${alias}@${domain}`) : undefined,
  };
}

/** As texts, under the names that the cloud's directory has for them. */
function attributesOf({ attributes, hidden, managedBy }: OnPremisesRecipient): Record<string, string> {
  const { extensionAttributes = {}, businessPhone, ...plain } = attributes;
  const extensions = Object.entries(extensionAttributes as Record<string, string>).map(([number, value]) => [
    `extensionAttribute${number}`,
    value,
  ]);
  const texts = Object.entries({ ...plain, businessTelephone: businessPhone, managedBy }).filter(
    ([, value]) => typeof value === 'string',
  );
  return { ...(Object.fromEntries([...texts, ...extensions]) as Record<string, string>), hidden: String(hidden) };
}
