import type { CmdletContext } from '../implement.ts';
import type { StoredRecipient } from '../store/directory.ts';

/** Where an object lies in the emulated organisation's directory. */
export const distinguishedName = (
  { organisation }: Pick<CmdletContext, 'organisation'>,
  { displayName }: StoredRecipient,
): string =>
  `CN=${displayName.replace(/([,\\+"<>;=])/g, '\\$1')},OU=${organisation},OU=Microsoft Exchange Hosted Organizations,DC=EURPR01,DC=prod,DC=outlook,DC=com`;

/** The old name of an object: that of the source for what was migrated. */
export const legacyName = ({ organisation }: Pick<CmdletContext, 'organisation'>, { guid }: StoredRecipient): string =>
  `/o=${organisation.split('.')[0]}/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=${guid.replaceAll('-', '')}`;
