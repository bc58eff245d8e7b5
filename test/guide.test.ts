import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endService } from '@cutover/cloud/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environmentOf } from './support/environment.ts';

const root = join(import.meta.dirname, '..');

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'cutover-guide-'))));
afterAll(async () => {
  await endService({ dataFolder: join(folder, 'data') });
  rmSync(folder, { recursive: true, force: true });
});

/** The commands of a page, as one script that ends at the first that fails and ends what it left in the background. */
function scriptOf(page: string): string {
  const text = readFileSync(join(root, 'docs/guide', page), 'utf8');
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map((match) => match[1]);
  return ['set -e', "trap 'kill $!' EXIT", ...blocks].join('\n');
}

test('the commands of the guide do what it says', { timeout: 120_000 }, async () => {
  const PATH = `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`;
  const { error, out, err } = await new Promise<{ error: Error | null; out: string; err: string }>((resolve) => {
    const options = { cwd: folder, env: environmentOf({ PATH, HOME: folder }), timeout: 110_000 };
    execFile('sh', ['-c', scriptOf('terminal.md')], options, (failure, stdout, stderr) =>
      resolve({ error: failure, out: stdout, err: stderr }),
    );
  });
  expect({ error, err }).toEqual({ error: null, err: expect.not.stringContaining('cutover:') });
  expect(out).toMatch(/^Result +: Success$/m);
  expect(out).toMatch(/^Cutover +Synced +ExchangeOutlookAnywhere +20$/m);
  expect(out).toMatch(/^annb@contoso\.com +Cutover +Synced +\d+ +0$/m);
  expect(out).toMatch(/completed.*\.eml$/m);
});
