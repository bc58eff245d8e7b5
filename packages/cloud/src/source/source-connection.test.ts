import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceConnection } from './source-connection.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'cutover-ready-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('a name is found in any case; others are left to DNS', () => {
  const connections = { 'mail.contoso.com': { host: '127.0.0.1', port: 8443 } };
  expect(sourceConnection(connections, 'MAIL.Contoso.com')).toEqual({ host: '127.0.0.1', port: 8443 });
  expect(sourceConnection(connections, 'mail.fabrikam.com')).toBeUndefined();
});

test('a mock’s ready file is read each time', () => {
  const path = join(folder, 'ready.json');
  expect(() => sourceConnection(path, 'mail.contoso.com')).toThrow('mock-exchange-2003 --ready-file');
  for (const port of [8443, 8444]) {
    const ready = { url: `https://127.0.0.1:${port}`, rpcProxyServer: 'mail.contoso.com', certificateAuthority: 'PEM' };
    writeFileSync(path, JSON.stringify(ready));
    expect(sourceConnection(path, 'mail.contoso.com')).toEqual({ host: '127.0.0.1', port, ca: 'PEM' });
  }
});
