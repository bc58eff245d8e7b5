import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';

const run = promisify(execFile);
let data: string | undefined;

afterEach(() => {
  if (data !== undefined) rmSync(data, { recursive: true, force: true });
  data = undefined;
});

/** Runs an example as a person does; a non-zero exit rejects. */
async function runExample(name: string): Promise<string> {
  const argv = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, name)];
  const { stdout, stderr } = await run(process.execPath, argv, { timeout: 60_000 });
  expect(stderr).toBe('');
  return stdout;
}

test('the main job migrates Contoso by a script, and says where everything lies', async () => {
  const output = await runExample('start.ts');
  data = /data of the organization in the cloud lie in (\S+)\.$/m.exec(output)?.[1];
  for (const line of [
    /^mail\.contoso\.com answers, and the account may read the mailboxes\.$/m,
    /^Password for user CONTOSO\\administrator: \*+$/m,
    /^Synced: 20 of 20 provisioned, 20 synced, 0 failed$/m,
    /^Mailbox +12$/m,
    /^Cutover +Completed +ExchangeOutlookAnywhere +20$/m,
    /^annb@contoso\.com +Completed +\d+ +0 +\d+$/m,
    /^\d{3} items in 20 mailboxes; the first sync took [\d.]+ seconds\.$/m,
    /^2\. Assign licenses/m,
  ]) {
    expect(output).toMatch(line);
  }
  const files = output.match(/^\/.*\.(?:eml|csv)$/gm) ?? [];
  expect(files.every((file) => existsSync(file))).toBe(true);
  const statistics = files.filter((file) => file.endsWith('MigrationStatistics.csv'));
  expect(files.length - statistics.length).toBeGreaterThan(0);
  expect(readFileSync(statistics[0]!, 'utf8').trimEnd().split(/\r?\n/)).toHaveLength(21);
}, 90_000);

test('scripts within a program give it objects, ask it, and are stopped by it', async () => {
  expect(await runExample('embed.ts')).toBe(`Looking: mail.contoso.com
Contoso copies 3 mailboxes at once.
[ 'Contoso' ] [ 'careful' ] [ \`The migration batch "Missing" can't be found.\` ]
stopped [ 'cleaned up' ]
`);
}, 90_000);

test('the minimal SDK program ends with everything synced', async () => {
  expect(await runExample('sdk.ts')).toMatch(/^Synced: 20 of 20$/m);
}, 90_000);
