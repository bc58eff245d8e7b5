import { cloudErrors } from '../errors.ts';
import type { OnPremisesDescription } from './on-premises-organisation.ts';
import { isSameName } from './trustees.ts';

/** Name of the virtual directory of Outlook Anywhere. */
export const virtualDirectory = ({ server }: OnPremisesDescription): string =>
  `${server.netBiosName}\\Rpc (Default Web Site)`;

/** The server of this name in any of its forms. Throws when it is another. */
export function assertServer({ server }: OnPremisesDescription, wanted: string | undefined): void {
  const isMeant = [server.name, server.netBiosName].some((name) => wanted === undefined || isSameName(name, wanted));
  if (!isMeant) throw cloudErrors.recipientNotFound({ identity: wanted! });
}

/** The virtual directory, by its own name or its server's. Throws when it is another. */
export function assertVirtualDirectory(description: OnPremisesDescription, wanted: string | undefined): void {
  if (wanted !== undefined && isSameName(wanted, virtualDirectory(description))) return;
  assertServer(description, wanted?.split('\\')[0]);
}

/** The databases of this name; all without one. */
export function databasesNamed(
  { databases }: OnPremisesDescription,
  wanted: string | undefined,
): OnPremisesDescription['databases'] {
  const found = databases.filter(
    ({ legacyExchangeDN, name }) =>
      wanted === undefined || isSameName(name, wanted) || isSameName(legacyExchangeDN, wanted),
  );
  if (found.length === 0 && wanted !== undefined) throw cloudErrors.recipientNotFound({ identity: wanted });
  return found;
}
