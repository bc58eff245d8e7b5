import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderMailer } from './folder-mailer.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'cutover-mail-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const mail = {
  id: 'guid.1.stopped',
  date: Date.UTC(2026, 2, 2, 8),
  to: ['admin@contoso.com', 'helpdesk@contoso.com'],
  subject: 'Migration batch "Größe/../x" was stopped',
  text: 'Plain.',
  html: '<p>Marked up.</p>',
  attachments: [{ fileName: 'MigrationStatistics.csv', contentType: 'text/csv; charset=utf-8', content: 'a,b\r\n' }],
};

test('each mail is an .eml file of its owner alone, with both bodies and the attachment', async () => {
  const mailer = folderMailer(join(folder, 'mail'), { from: 'migration@contoso.com' });
  await mailer.send(mail, {});
  // A crash right after it was written has it sent again.
  await mailer.send(mail, {});
  const [name, ...others] = readdirSync(join(folder, 'mail'));
  expect(others).toEqual([]);
  expect(name).toMatch(/^2026-03-02T08-00-00-000Z Migration batch Größe\.\.x was stopped [0-9a-f]{8}\.eml$/);
  const path = join(folder, 'mail', name!);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('To: admin@contoso.com, helpdesk@contoso.com');
  expect(text).toContain('Date: Mon, 02 Mar 2026 08:00:00 +0000');
  expect(text).toContain('Message-ID: <guid.1.stopped@contoso.com>');
  expect(text).toContain('Content-Type: multipart/alternative');
  expect(text).toContain('filename=MigrationStatistics.csv');
});
