import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { definitions } from '@cutover/core';
import { expect, test } from 'vitest';

const folders = [import.meta.dirname, join(import.meta.dirname, '../on-premises/cmdlets')];

/** The text of a file and of those that it reads from this package. */
function textFrom(path: string, seen = new Set<string>()): string {
  if (seen.has(path)) return '';
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  const read = Array.from(text.matchAll(/from '(\.[^']+)'/g), ([, file]) => join(dirname(path), file!));
  return [text, ...read.map((file) => textFrom(file, seen))].join('\n');
}

/** `Get-MigrationUserStatistics` → `get-migration-user-statistics.ts` */
const fileName = (name: string): string => `${name.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()}.ts`;

/** Names that a handler goes through one by one, whatever they are. */
const families = [/^CustomAttribute\d+$/, /^MailTips/];

/**
 * What has its effect elsewhere: -Force keeps the shell from asking; -ExchangeOutlookAnywhere does no more than name its set;
 * databases of old servers are always told. The shell takes -CommandName; how somebody signs in is nothing that the
 * emulated service needs, and scripts that say it must run. Of -InheritanceType there is one value, which always holds.
 */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  'Remove-MailboxPermission': ['InheritanceType'],
  'Remove-Mailbox': ['Force'],
  'Remove-MigrationBatch': ['Force'],
  'Remove-MigrationUser': ['Force'],
  'New-MigrationEndpoint': ['ExchangeOutlookAnywhere'],
  'Test-MigrationServerAvailability': ['ExchangeOutlookAnywhere'],
  'Connect-ExchangeOnline': [
    'BypassMailboxAnchoring',
    'CommandName',
    'Device',
    'DisableWAM',
    'EnableErrorReporting',
    'InlineCredential',
    'LoadCmdletHelp',
    'ManagedIdentity',
    'ManagedIdentityAccountId',
    'ShowBanner',
    'ShowProgress',
    'SkipLoadingCmdletHelp',
    'SkipLoadingFormatData',
    'TrackPerformance',
    'UseMultithreading',
    'UseRPSSession',
  ],
  'Get-MailboxDatabase': ['IncludePreExchange2010', 'IncludePreExchange2013'],
};
const cases = definitions.map((one) => [one.name, one] as const);

test.each(cases)('%s reads each parameter that it takes', (name, { parameters }) => {
  const files = folders.map((folder) => join(folder, fileName(name))).filter((file) => existsSync(file));
  const text = files.map((file) => textFrom(file)).join('\n');
  const unread = Object.entries(parameters)
    .filter(([, { caller, host, refused }]) => !caller && !host && !refused)
    .map(([parameter]) => parameter)
    .filter((parameter) => !new RegExp(String.raw`\b${parameter}\b`).test(text))
    .filter((parameter) => !families.some((family) => family.test(parameter)));
  expect(unread).toEqual(elsewhere[name] ?? []);
});
