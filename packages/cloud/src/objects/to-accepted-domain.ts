import type { AcceptedDomain } from '@cutover/core';
import { cloudErrors } from '../errors.ts';
import type { CmdletContext } from '../implement.ts';
import type { AcceptedDomain as StoredDomain } from '../store/directory.ts';

/** The accepted domain of this name; throws when there is none. */
export function domainFor({ directory }: Pick<CmdletContext, 'directory'>, identity: string): StoredDomain {
  const found = directory.acceptedDomains().find(({ name }) => name.toLowerCase() === identity.toLowerCase());
  if (found === undefined) throw cloudErrors.domainNotFound({ identity });
  return found;
}

/** An accepted domain as the product prints it. */
export const toAcceptedDomain = (
  { organisation }: Pick<CmdletContext, 'organisation'>,
  { domainType, isDefault, name }: StoredDomain,
): AcceptedDomain => ({
  DomainName: name,
  DomainType: domainType,
  Default: isDefault,
  AddressBookEnabled: true,
  Name: name,
  Identity: name,
  Id: name,
  OrganizationId: organisation,
  IsValid: true,
  ObjectState: 'Unchanged',
});
