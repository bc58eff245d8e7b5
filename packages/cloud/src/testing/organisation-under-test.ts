import { steppedClock, type SteppedClock } from '@cutover/base';
import { connect, psCredential, type Session } from '@cutover/core';
import type { SourceRecipient } from '@cutover/migration';
import { contactEntry, groupEntry, mailboxEntry, FakeOrganisation } from '@cutover/migration/testing';
import { type ConnectivityNode, discover } from '@cutover/outlook-anywhere';
import {
  embeddedOrganisation,
  type EmbeddedOrganisation,
  type EmbeddedOrganisationOptions,
} from '../embedded-organisation.ts';
import type { SettingsSearch } from '../source/settings-search.ts';

/** The password of the source's administrator; tests search what is written for it. */
export const sourcePassword = 'S0urce-Pa$$w0rd!';
export const credentials = psCredential('CONTOSO\\administrator', sourcePassword);
export const source = {
  ExchangeOutlookAnywhere: true,
  ExchangeServer: 'EXCH-MSG-1.contoso.com',
  RpcProxyServer: 'mail.contoso.com',
  Credentials: credentials,
} as const;

export const noon = Date.UTC(2026, 2, 2, 12);

/** Three mailboxes with messages, two groups of which one is nested, a contact. */
export const smallCompany = (): SourceRecipient[] => [
  mailboxEntry('ann'),
  mailboxEntry('bob'),
  mailboxEntry('carol'),
  groupEntry('sales', ['ann', 'bob']),
  groupEntry('everyone', ['sales', 'carol']),
  contactEntry('pat'),
];

/** A step of the connectivity test, for tests that say how it ended. */
export const connectivityNode = (changes: Partial<ConnectivityNode> = {}): ConnectivityNode => ({
  id: 'root',
  name: 'Testing RPC/HTTP connectivity',
  status: 'success',
  detail: '',
  remedy: '',
  command: '',
  durationMs: 1,
  children: [],
  ...changes,
});

export interface OrganisationUnderTest extends AsyncDisposable {
  readonly organisation: EmbeddedOrganisation;
  readonly source: FakeOrganisation;
  readonly clock: SteppedClock;
  readonly session: Session;
  readonly warnings: string[];
  readonly verbose: string[];
  /** What the next connectivity tests find. */
  connectivity: ConnectivityNode;
  /** Whether the source is still there. */
  sourceAnswers: boolean;
}

/** A search for settings where no host is to be found. */
const nowhere: SettingsSearch = (mailbox, bounds) =>
  discover({ ...mailbox, names: { addressOf: () => null, servicesOf: async () => [] } }, bounds);

/** An organisation in memory, or in a folder, whose source is a fake and whose clock is stepped. */
export function organisationUnderTest(options: Partial<EmbeddedOrganisationOptions> = {}): OrganisationUnderTest {
  const fake = new FakeOrganisation(smallCompany());
  for (const name of ['ann', 'bob', 'carol']) fake.deliver(name, 'Inbox', [{}, {}, {}]);
  const clock = steppedClock(noon);
  const warnings: string[] = [];
  const verbose: string[] = [];
  const organisation = embeddedOrganisation({
    data: ':memory:',
    clock,
    sources: fake,
    connectivity: async () => test.connectivity,
    sourceAnswers: async () => test.sourceAnswers,
    searchSettings: nowhere,
    ...options,
  });
  const session = connect(organisation, {
    onWarning: (message) => void warnings.push(message),
    onVerbose: (message) => void verbose.push(message),
  });
  const test: OrganisationUnderTest = {
    organisation,
    source: fake,
    clock,
    session,
    warnings,
    verbose,
    connectivity: connectivityNode(),
    sourceAnswers: true,
    [Symbol.asyncDispose]: () => organisation.close(),
  };
  return test;
}
