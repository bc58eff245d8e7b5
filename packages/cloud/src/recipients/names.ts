import type { CmdletContext } from '../implement.ts';
import type { Directory, StoredRecipient } from '../store/directory.ts';

/** A directory in which cmdlets find recipients, and how its objects are named; of the cloud, or on premises. */
export interface RecipientContext extends Pick<CmdletContext, 'organisation' | 'writeWarning'> {
  readonly directory: Pick<Directory, 'recipients' | 'account' | 'members' | 'findByGuid'>;
  /** The rest of the distinguished names; in the cloud it follows from the organisation's name. */
  readonly container?: string;
  /** What stands before the name in an identity, e.g. contoso.com/Users; in the cloud the name alone is one. */
  readonly canonicalFolder?: string;
}

type Names = Pick<RecipientContext, 'organisation' | 'container' | 'canonicalFolder'>;

/** Where an object lies in its directory. */
export const distinguishedName = (
  {
    organisation,
    container = `OU=${organisation},OU=Microsoft Exchange Hosted Organizations,DC=EURPR01,DC=prod,DC=outlook,DC=com`,
  }: Names,
  { displayName }: StoredRecipient,
): string => `CN=${displayName.replace(/([,\\+"<>;=])/g, '\\$1')},${container}`;

/** What objects of the directory are told apart by. */
export const identityOf = ({ canonicalFolder }: Names, { displayName }: StoredRecipient): string =>
  canonicalFolder === undefined ? displayName : `${canonicalFolder}/${displayName}`;

/** The old name of an object: that of the source for what was migrated. */
export const legacyName = ({ organisation, container }: Names, { guid, sourceId }: StoredRecipient): string =>
  container !== undefined && sourceId !== undefined
    ? sourceId
    : `/o=${organisation.split('.')[0]}/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=${guid.replaceAll('-', '')}`;
