import {
  type EndpointRecord,
  endpointSecret,
  type Secrets,
  type Source,
  type SourceMailboxEntry,
  type Sources,
} from '@cutover/migration';
import type { OutlookAnywhereOptions, OutlookAnywhereSession } from '@cutover/outlook-anywhere';
import { type ClientWorld, clientOptions } from '../source/client-options.ts';
import type { OnPremisesOrganisation } from '../on-premises/on-premises-organisation.ts';
import { sourceAdministration } from './source-administration.ts';
import { toSourceEntry } from './source-entry.ts';
import { sourceMailbox } from './source-mailbox.ts';

export interface SourcesOptions {
  readonly world: ClientWorld;
  readonly secrets: Secrets;
  /** Signs in: `connect` of the Outlook Anywhere client. */
  readonly connect: (options: OutlookAnywhereOptions) => Promise<OutlookAnywhereSession>;
  /** Whoever administers the organisation of an endpoint; undefined where nobody can be asked. */
  readonly administer?: (endpoint: EndpointRecord, password: string) => OnPremisesOrganisation | undefined;
}

/** Source organisations over Outlook Anywhere. */
export function createSources({ world, secrets, connect, administer }: SourcesOptions): Sources {
  return {
    connect: async (endpoint, { signal }) => {
      const password = secrets.open(endpoint.sealedPassword, endpointSecret(endpoint.guid));
      const session = await connect({ ...clientOptions(endpoint, password, world), signal });
      return sourceOf(session, endpoint, administer?.(endpoint, password));
    },
  };
}

const sourceOf = (
  session: OutlookAnywhereSession,
  endpoint: EndpointRecord,
  organisation: OnPremisesOrganisation | undefined,
): Source => ({
  administration: async ({ signal = new AbortController().signal }) =>
    organisation && sourceAdministration(organisation, { signal }),
  directory: async function* ({ signal }) {
    for await (const entry of session.directory({ signal })) {
      const known = toSourceEntry(entry);
      if (known) yield known;
    }
  },
  openMailbox: async ({ sourceId }: SourceMailboxEntry, { signal }) => {
    const asAdministrator = endpoint.mailboxPermission === 'Admin';
    return sourceMailbox(await session.openMailbox({ legacyExchangeDN: sourceId, asAdministrator, signal }));
  },
  [Symbol.asyncDispose]: () => session.close(),
});
