import type { CmdletContext } from '../implement.ts';
import type { RecipientKind, StoredRecipient } from '../store/directory.ts';
import { assertAddresses } from './change-recipient.ts';

export interface NewRecipient {
  readonly kind: RecipientKind;
  readonly Name: string;
  readonly Alias?: string | undefined;
  readonly DisplayName?: string | undefined;
  readonly PrimarySmtpAddress?: string | undefined;
  readonly externalAddress?: string | undefined;
  readonly signInName?: string | undefined;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
}

/** A recipient as it would be stored: what is not given is made of its name and the default domain. */
export function newRecipient(context: CmdletContext, given: NewRecipient): StoredRecipient {
  const { kind, Name, DisplayName = Name, externalAddress, signInName } = given;
  const alias = given.Alias ?? aliasOf(Name);
  const own = `${alias}@${context.directory.acceptedDomains()[0]?.name ?? 'contoso.com'}`;
  const primaryAddress = given.PrimarySmtpAddress ?? externalAddress ?? own;
  const attributes = Object.entries(given.attributes ?? {}).filter(
    (one): one is [string, string] => one[1] !== undefined,
  );
  const recipient: StoredRecipient = {
    guid: context.ids.guid(),
    kind,
    sourceId: undefined,
    displayName: DisplayName,
    alias,
    primaryAddress,
    proxyAddresses: [`SMTP:${primaryAddress}`],
    attributes: Object.fromEntries(attributes),
    externalAddress,
    createdAt: context.clock.now(),
    signInName: kind === 'mailbox' || kind === 'mailUser' ? (signInName ?? primaryAddress) : undefined,
  };
  assertAddresses(context, recipient);
  return recipient;
}

const aliasOf = (name: string): string => name.normalize('NFKD').replace(/[^\w.-]+/g, '') || 'recipient';
