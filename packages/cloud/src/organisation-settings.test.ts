import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  ['{"acceptedDomains":"contoso.com"}', '"acceptedDomains" is not a list of domain names'],
  ['{"administrator":"admin"}', '"administrator" is not an e-mail address'],
  ['{"serviceVersion":2013}', '"serviceVersion" is not "2013" or "current"'],
  ['{"mail":{"smtp":{}}}', '"mail" is not an object with "folder"'],
  ['{"connections":{"mail.contoso.com":8443}}', '"connections" is not an object by the names'],
  ['{"directorySynchronization":1}', '"directorySynchronization" is not true or false'],
  ['{"singleSignOn":"yes"}', '"singleSignOn" is not true or false'],
  ['{"mostMailboxes":2001}', '"mostMailboxes" is not a number from 1 to 2000'],
])('%s is refused', (text, problem) => {
  writeFileSync(join(folder, 'settings.json'), text);
  expect(() => readSettings(folder)).toThrow(problem);
});

test('an SMTP password is sealed in the file, also one that a person wrote', () => {
  const path = join(folder, 'settings.json');
  const settings = {
    mail: { smtp: { host: 'smtp.contoso.com', auth: { user: 'cutover', password: 'M4il-Pa$$w0rd' } } },
  };
  for (const write of [() => writeSettings(folder, settings), () => writeFileSync(path, JSON.stringify(settings))]) {
    write();
    expect(readSettings(folder)).toEqual(settings);
    expect(readFileSync(path, 'utf8')).toContain('sealedPassword');
    expect(readFileSync(path, 'utf8')).not.toContain('M4il-Pa$$w0rd');
    expect(readSettings(folder)).toEqual(settings);
  }
});

test('no key is made where nothing is sealed', () => {
  writeSettings(folder, { administrator: 'admin@contoso.com' });
  readSettings(folder);
  expect(readdirSync(folder)).toEqual(['settings.json']);
});
