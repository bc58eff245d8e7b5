import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSettings, writeSettings } from './organisation-settings.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'cutover-settings-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('what was written is read again; nothing is an empty set', () => {
  expect(readSettings(folder)).toEqual({});
  const settings = {
    acceptedDomains: ['contoso.com'],
    connections: { 'mail.contoso.com': { host: '127.0.0.1', port: 8443 } },
  };
  writeSettings(folder, settings);
  expect(readSettings(folder)).toEqual(settings);
});

test.each([
  ['{', 'it is no JSON'],
  ['[]', 'it is no object'],
  ['{"acceptedDomain":[]}', '"acceptedDomain" is none of acceptedDomains, administrator'],
])('%s is refused', (text, problem) => {
  writeFileSync(join(folder, 'settings.json'), text);
  expect(() => readSettings(folder)).toThrow(problem);
});
