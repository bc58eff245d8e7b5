import { cloudErrors } from '../errors.ts';
import type { CmdletContext } from '../implement.ts';
import { smtpAddresses, type StoredRecipient } from '../store/directory.ts';
import { changedList, type ListChange } from './change-list.ts';

/** What the Set- cmdlets of recipients have in common. */
export interface RecipientChanges {
  readonly Alias?: string | undefined;
  readonly DisplayName?: string | undefined;
  readonly Name?: string | undefined;
  readonly PrimarySmtpAddress?: string | undefined;
  readonly WindowsEmailAddress?: string | undefined;
  readonly HiddenFromAddressListsEnabled?: boolean | undefined;
  readonly EmailAddresses?: ListChange | undefined;
}

/** Writes a recipient with what was given for it; `attributes` are kept beside those that it has. */
export function changeRecipient(
  context: CmdletContext,
  recipient: StoredRecipient,
  { given, attributes = {} }: { given: RecipientChanges; attributes?: Record<string, string | undefined> },
): void {
  const hidden = given.HiddenFromAddressListsEnabled;
  const added = {
    ...attributes,
    ...customAttributes(given),
    hidden: hidden === undefined ? undefined : String(hidden),
  };
  const set = Object.entries(added).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const changed = withAddresses(
    {
      ...recipient,
      alias: given.Alias ?? recipient.alias,
      displayName: given.DisplayName ?? given.Name ?? recipient.displayName,
      attributes: { ...recipient.attributes, ...Object.fromEntries(set) },
    },
    given,
  );
  assertAddresses(context, changed);
  context.directory.change(changed);
}

const customAttributes = (given: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given)
      .filter(([name, value]) => /^CustomAttribute\d+$/.test(name) && value !== undefined)
      .map(([name, value]) => [name.replace('Custom', 'extension'), String(value)]),
  );

const isSmtp = (proxy: string): boolean => /^smtp:/i.test(proxy);
const bare = (proxy: string): string => (isSmtp(proxy) ? proxy.slice(5) : proxy);
const same = (one: string, other: string): boolean => bare(one).toLowerCase() === bare(other).toLowerCase();

const withPrefix = (address: string): string => (address.includes(':') ? address : `smtp:${address}`);

/** `SMTP:` in capitals marks the primary address, which is always among the proxies. */
function withAddresses(recipient: StoredRecipient, given: RecipientChanges): StoredRecipient {
  const change = given.EmailAddresses ?? {};
  const proxies = changedList(recipient.proxyAddresses, change, { keep: withPrefix, same });
  const added = 'length' in change ? change : (change.Add ?? []);
  const marked = added.find((proxy) => proxy.startsWith('SMTP:'));
  const primaryAddress =
    given.PrimarySmtpAddress ?? given.WindowsEmailAddress ?? (marked && bare(marked)) ?? recipient.primaryAddress;
  const others = proxies
    .filter((proxy) => !same(proxy, primaryAddress))
    .map((proxy) => (isSmtp(proxy) ? `smtp:${bare(proxy)}` : proxy));
  return { ...recipient, primaryAddress, proxyAddresses: [`SMTP:${primaryAddress}`, ...others] };
}

/** Every address is free, and of a domain of the organisation; a contact's may be of any. */
export function assertAddresses({ directory, isAcceptedDomain }: CmdletContext, recipient: StoredRecipient): void {
  for (const address of smtpAddresses(recipient)) {
    const owner = directory.findByAddress(address);
    if (owner && owner.guid !== recipient.guid) throw cloudErrors.addressTaken({ address, owner: owner.displayName });
    const domain = address.slice(address.lastIndexOf('@') + 1);
    if (!mayBeForeign(recipient) && !isAcceptedDomain(domain)) throw cloudErrors.domainNotAccepted({ address, domain });
  }
}

/** Mail to contacts and mail users goes elsewhere. */
const mayBeForeign = ({ kind }: StoredRecipient): boolean => kind === 'contact' || kind === 'mailUser';
