import { cloudErrors } from '../errors.ts';
import { resultSize } from '../cmdlets/result-size.ts';
import type { RecipientKind, StoredRecipient } from '../store/directory.ts';
import { delegatesOf } from './auto-mapping.ts';
import { distinguishedName, identityOf, type RecipientContext } from './names.ts';
import { parseFilter, wildcard, type Filtered, type Predicate } from './filter.ts';

/** What the Get- cmdlets of recipients have in common. */
export interface RecipientSearch {
  readonly Identity?: string | undefined;
  readonly Anr?: string | undefined;
  readonly Filter?: string | undefined;
  /** A second condition, which has to hold besides. */
  readonly RecipientPreviewFilter?: string | undefined;
  readonly ResultSize?: number | 'Unlimited' | undefined;
  readonly RecipientType?: readonly string[] | undefined;
  readonly RecipientTypeDetails?: readonly string[] | undefined;
  /** A property that the objects are listed in the order of. */
  readonly SortBy?: string | undefined;
}

/** The recipient of this name; by GUID, address, sign-in name, alias, name or distinguished name. Throws when it is not there. */
export function recipientFor(
  context: RecipientContext,
  identity: string,
  { kind }: { kind?: RecipientKind } = {},
): StoredRecipient {
  const found = context.directory.recipients({ kind }).find((recipient) => isNamed(context, recipient, identity));
  if (found === undefined) throw cloudErrors.recipientNotFound({ identity });
  return found;
}

/** Whether an identity means this recipient. */
export const isNamed = (context: RecipientContext, recipient: StoredRecipient, identity: string): boolean =>
  namesOf(context, recipient).has(identity.toLowerCase());

function namesOf(context: RecipientContext, recipient: StoredRecipient): Set<string> {
  const { guid, alias, displayName, primaryAddress, proxyAddresses, signInName = '', sourceId = '' } = recipient;
  const proxies = proxyAddresses.flatMap((proxy) => [proxy, proxy.slice(proxy.indexOf(':') + 1)]);
  const names = [guid, alias, displayName, primaryAddress, signInName, sourceId, ...proxies];
  const made = [distinguishedName(context, recipient), identityOf(context, recipient)];
  return new Set([...names, ...made].filter(Boolean).map((name) => name.toLowerCase()));
}

/** Those that a search finds, as objects; an identity that is not there is told as a missing object. */
export function findRecipients<T extends Filtered>(
  context: RecipientContext,
  search: RecipientSearch,
  {
    kind,
    passes = () => true,
    toObject,
  }: {
    kind?: RecipientKind | undefined;
    /** What else has to hold of a recipient. */
    passes?: (recipient: StoredRecipient) => boolean;
    toObject: (recipient: StoredRecipient) => T;
  },
): readonly T[] {
  const { Anr, Filter, Identity, RecipientPreviewFilter } = search;
  const conditions = [Filter, RecipientPreviewFilter].filter((text) => text !== undefined).map(parseFilter);
  const found = inOrder(context.directory.recipients({ kind }), search.SortBy)
    .filter(passes)
    .filter((recipient) => Identity === undefined || isMeant(context, recipient, Identity))
    .filter((recipient) => Anr === undefined || beginsWith(recipient, Anr))
    .map((recipient) => ({ recipient, object: toObject(recipient) }))
    .filter(({ recipient, object }) => meets(conditions, () => ({ ...object, ...filterOnly(context, recipient) })))
    .map(({ object }) => object)
    .filter((object) => isOf(search.RecipientType, object['RecipientType']))
    .filter((object) => isOf(search.RecipientTypeDetails, object['RecipientTypeDetails']));
  if (found.length === 0 && Identity !== undefined && Filter === undefined) {
    throw cloudErrors.recipientNotFound({ identity: Identity });
  }
  return resultSize(context, found, search.ResultSize);
}

/** What recipients are compared by, by -SortBy. */
const orders: Readonly<Record<string, (recipient: StoredRecipient) => string | undefined>> = {
  Name: ({ displayName }) => displayName,
  DisplayName: ({ displayName }) => displayName,
  Alias: ({ alias }) => alias,
  Office: ({ attributes }) => attributes['office'],
};

function inOrder(recipients: readonly StoredRecipient[], property: string | undefined): readonly StoredRecipient[] {
  const textOf = property === undefined ? undefined : orders[property];
  if (textOf === undefined) return recipients;
  return recipients.toSorted((one, other) => (textOf(one) ?? '').localeCompare(textOf(other) ?? '', 'en'));
}

/** Made only where there is a condition: what it asks for may have to be looked up. */
function meets(conditions: readonly Predicate[], filtered: () => Filtered): boolean {
  if (conditions.length === 0) return true;
  const object = filtered();
  return conditions.every((holds) => holds(object));
}

/** What a condition may ask for though no object shows it. */
const filterOnly = (context: RecipientContext, recipient: StoredRecipient): Filtered => ({
  DelegateListLink: delegatesOf(recipient).flatMap((guid) => {
    const delegate = context.directory.findByGuid(guid);
    return delegate ? [distinguishedName(context, delegate)] : [];
  }),
});

const isOf = (kinds: readonly string[] | undefined, kind: unknown): boolean =>
  kinds === undefined || kinds.some((one) => one.toLowerCase() === String(kind as string).toLowerCase());

function isMeant(context: RecipientContext, recipient: StoredRecipient, identity: string): boolean {
  if (!/[*?]/.test(identity)) return isNamed(context, recipient, identity);
  const pattern = wildcard(identity);
  return [...namesOf(context, recipient)].some((name) => pattern.test(name));
}

/** Names that people have, and no GUIDs. Source: -Anr of the Get- cmdlets. */
const beginsWith = ({ alias, attributes, displayName }: StoredRecipient, start: string): boolean =>
  [alias, displayName, attributes['givenName'], attributes['surname']].some((name) =>
    name?.toLowerCase().startsWith(start.toLowerCase()),
  );
