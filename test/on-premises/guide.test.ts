import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { createShell } from '@cutover/shell';
import { expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';

const password = 'Pa$$w0rd';
const seed = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
  .user({ alias: 'administrator', displayName: 'Administrator', password })
  .user({ alias: 'annb', displayName: 'Ann Beebe', unifiedMessaging: 'Standard' })
  .user({ alias: 'ghost', displayName: 'Ghost', hidden: true })
  .build();

const page = readFileSync(join(import.meta.dirname, '../../docs/guide/both-sides.md'), 'utf8');
const parts = page
  .split(/^## /m)
  .slice(1)
  .map((part) => ({
    head: part.slice(0, part.indexOf('\n')),
    scripts: [...part.matchAll(/^```powershell\n(.*?)^```$/gms)].map((match) => match[1]!),
  }));

/** What must be seen of each part. */
const seen: Readonly<Record<string, readonly RegExp[]>> = {
  'Open the sessions': [/Runspace1 exch-msg-1\.contoso\.com Microsoft\.Exchange Opened/],
  'Look at what is there': [/EXCH-MSG-1 Version 14/, /Ghost +UserMailbox/, /ExternalHostname +: mail\.contoso\.com/],
  'Let the migration read the mailboxes': [/Receive-As/, /CONTOSO\\administrator +\{?FullAccess/],
  'Disable Unified Messaging': [/Ann Beebe +False/],
  'Create the batch': [/2 mailboxes.*will be migrated/s, /Ghost <ghost@contoso\.com>/, /"old@contoso\.com" was given/],
  'End the sessions': [/^0$/m],
};

test('the page on both sides does what it says', { timeout: 120_000 }, async () => {
  await using mock = await MockExchange.start({ seed, profile: '2010', httpPort: 0, managementPort: 0 });
  const { connection, exchangeServer, rpcProxyServer } = addressOf(mock);
  const management = mock.urls['management'];
  const connections = { [rpcProxyServer]: { ...connection, management }, [exchangeServer]: { management } };
  await using organisation = embeddedOrganisation({ data: ':memory:', connections });
  let shown = '';
  const onShown = (text: string): void => void (shown += text);
  await using shell = createShell({
    session: connect(organisation),
    connections,
    answers: () => password,
    width: 240,
    onShown,
  });
  for (const { head, scripts } of parts) {
    shown = '';
    for (const script of scripts) {
      const { succeeded } = await shell.invoke(script, { show: true });
      expect({ head, succeeded, shown }).toMatchObject({ succeeded: true });
    }
    for (const pattern of seen[head] ?? []) expect(shown.replaceAll(/[^\S\n]+/g, ' '), head).toMatch(pattern);
  }
  expect(Object.keys(seen)).toEqual(parts.map(({ head }) => head));
});
