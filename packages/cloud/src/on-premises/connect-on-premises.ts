import type { Backend, PSCredential } from '@cutover/core/metadata';
import { cloudErrors } from '../errors.ts';
import { managementAddress, type SourceConnections } from '../source/source-connection.ts';

/** Where an on-premises server is administered, and by whom. */
export interface ConnectOnPremisesOptions {
  /** As New-PSSession takes it: http://EXCH-MSG-1.contoso.com/PowerShell/, or the URL of a management endpoint itself. */
  readonly connectionUri: string;
  readonly credential: PSCredential;
  /** Where servers are really found, as the settings of a data folder tell it. */
  readonly connections?: SourceConnections | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Opens a session in an on-premises organisation, with the password of its administrator. */
export async function connectOnPremises({
  connectionUri,
  connections = {},
  credential,
  signal = new AbortController().signal,
}: ConnectOnPremisesOptions): Promise<Backend> {
  if (!URL.canParse(connectionUri)) throw cloudErrors.connectionUriInvalid({ connectionUri });
  const server = new URL(connectionUri).hostname;
  const url = managementAddress(connections, server) ?? connectionUri;
  // Only who opens a session needs the schemas of its cmdlets.
  const [{ managementClient }, { onPremisesBackend }] = await Promise.all([
    import('./management-client.ts'),
    import('./on-premises-backend.ts'),
  ]);
  const organisation = managementClient({ url, server, credential });
  await organisation.describe({ signal });
  return onPremisesBackend(organisation, { server });
}
