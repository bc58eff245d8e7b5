import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { contoso, MockExchange } from '@cutover/mock-exchange';
import { createShell } from '@cutover/shell';
import { expect, test } from 'vitest';
import { addressOf } from './support/mock-source.ts';

const page = readFileSync(join(import.meta.dirname, '../docs/guide/walk-through.md'), 'utf8');

/** The page's parts by their heads, each with the commands of its blocks. */
const parts = page
  .split(/^## /m)
  .slice(1)
  .map((part) => ({
    head: part.slice(0, part.indexOf('\n')),
    scripts: [...part.matchAll(/^```powershell\n(.*?)^```$/gms)].map((match) => match[1]!),
  }));

/** What must be seen of each part. */
const seen: Readonly<Record<string, readonly RegExp[]>> = {
  Plan: [/Done +Deactivate directory synchronization/, /DoneCount +: \d+/],
  'Test the existing set-up': [/Result +: Failed/, /Autodiscover/, /^Success$/m, /Success .*RPC\/HTTP/],
  'Configure the connection': [/MaxConcurrentMigrations +: 3/],
  'Create the batch, and review it': [/12 mailboxes, 3 distribution groups and 5 contacts will be migrated\./],
  'Run it': [/Status +: Synced/, /TotalCount +: 20/, /annb@contoso\.com +Synced/],
  'Complete the migration': [/Status +: Completed/, /Folder +: \(All\)/, /IsEqual +: True/, /Open|Manual/],
};

test('the walk-through does what it says, page by page', { timeout: 180_000 }, async () => {
  await using mock = await MockExchange.start({ seed: contoso() });
  const source = addressOf(mock);
  await using organisation = embeddedOrganisation({
    data: ':memory:',
    acceptedDomains: source.acceptedDomains,
    connections: { [source.rpcProxyServer]: source.connection },
  });
  let shown = '';
  await using shell = createShell({
    session: connect(organisation),
    answers: () => source.password,
    width: 160,
    onShown: (text) => void (shown += text),
  });
  for (const { head, scripts } of parts) {
    shown = '';
    for (const script of scripts) {
      const { succeeded, errors } = await shell.invoke(script, { show: true });
      expect({ head, script, succeeded, errors }).toMatchObject({ succeeded: true, errors: [] });
      expect(shown, script).not.toMatch(/^Line \|/m);
    }
    for (const expected of seen[head] ?? []) expect(shown, head).toMatch(expected);
  }
  const statusMails = organisation.sentMail.map(({ subject }) => subject);
  expect(statusMails).toEqual([
    'Migration batch "Cutover" has been synchronized',
    'Migration batch "Cutover" has been completed',
  ]);
});
