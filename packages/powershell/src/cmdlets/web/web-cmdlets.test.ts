import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syncSide } from '../../host/async-world.ts';
import { nodeFiles } from '../../host/node/node-files.ts';
import { nodeNetwork } from '../../host/node/node-network.ts';
import { createStopState } from '../../host/stop-flag.ts';
import type { Capabilities } from '../../host/capabilities.ts';
import { createRunspace } from '../../runtime/runspace.ts';

let server: Worker;
let capabilities: Capabilities;
let port = 0;
let folder = '';

beforeAll(async () => {
  const state = createStopState();
  const { port1, port2 } = new MessageChannel();
  server = new Worker(new URL('../../host/testing/web-world.ts', import.meta.url), {
    workerData: { port: port2, state },
    transferList: [port2],
  });
  [port] = (await once(server, 'message')) as [number];
  folder = mkdtempSync(join(tmpdir(), 'web-'));
  capabilities = { files: nodeFiles(), folder, network: nodeNetwork(syncSide(port1, state)) };
});

afterAll(async () => {
  await server.terminate();
  rmSync(folder, { recursive: true });
});

function run(script: string, granted: Capabilities = capabilities): { readonly text: string; readonly errors: string } {
  let [text, errors] = ['', ''];
  const host = {
    write: (part: string) => void (text += part),
    writeError: (part: string) => void (errors += part),
    width: 200,
  };
  createRunspace({ host, capabilities: granted }).invoke(`$u = 'http://127.0.0.1:${port}'; ${script}`);
  return { text: text.trim(), errors };
}

test('a JSON answer becomes objects, and the request is as it was asked for', () => {
  const { text } = run(
    `$r = Invoke-RestMethod "$u/echo?x=1" -Method Post -Body @{ a = 'b c' } -Headers @{ 'X-Own' = 'me' }; $r.method, $r.url, $r.body, $r.headers.'x-own', $r.headers.'content-type' -join '|'`,
  );
  expect(text).toBe('POST|/echo?x=1|a=b+c|me|application/x-www-form-urlencoded');
});

test('a dictionary is the query of GET', () => {
  expect(run(`(Invoke-RestMethod "$u/echo" -Body @{ q = 'a&b' }).url`).text).toBe('/echo?q=a%26b');
});

test('XML becomes a document and text stays text', () => {
  expect(run(`(Invoke-RestMethod "$u/xml").r.i; Invoke-RestMethod "$u/text"`).text).toBe('1\nplain');
});

test('Invoke-WebRequest tells status, head and content', () => {
  const { text } = run(`$r = Invoke-WebRequest "$u/text"; $r.StatusCode; $r.Content; $r.Headers['content-type'][0]`);
  expect(text).toBe('200\nplain\ntext/plain');
});

test('redirections are followed, or are the answer', () => {
  expect(run(`(Invoke-RestMethod "$u/moved").url`).text).toBe('/echo');
  const limited = run(`(Invoke-WebRequest "$u/moved" -MaximumRedirection 0 -SkipHttpErrorCheck).StatusCode`);
  expect(limited.text).toBe('302');
});

test('an answer of failure is an error with its body as details', () => {
  const { text } = run(
    `try { Invoke-RestMethod "$u/missing" } catch { $_.Exception.Message; $_.ErrorDetails.Message; $_.FullyQualifiedErrorId }`,
  );
  expect(text.split('\n')).toEqual([
    'Response status code does not indicate success: 404 (Not Found).',
    'no such page',
    'WebCmdletWebResponseException,Microsoft.PowerShell.Commands.InvokeRestMethodCommand',
  ]);
});

test('a secret goes into the head and nowhere else', () => {
  const { text } = run(
    `$c = [pscredential]::new('u', (ConvertTo-SecureString 'pw' -AsPlainText)); (Invoke-RestMethod "$u/echo" -Authentication Basic -Credential $c).headers.authorization`,
  );
  expect(text).toBe(`Basic ${Buffer.from('u:pw').toString('base64')}`);
});

test('a body can go to a file', () => {
  run(`Invoke-WebRequest "$u/text" -OutFile out.txt`);
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe('plain');
});

test('says who does not answer, and that it may not ask', () => {
  expect(run(`Invoke-RestMethod http://127.0.0.1:59999/`).errors).toContain('Connection refused (127.0.0.1:59999)');
  expect(run(`Invoke-RestMethod $u`, {}).errors).toContain('has not been given access to the network');
});

test('a port answers or does not', () => {
  expect(run(`Test-Connection 127.0.0.1 -TcpPort ${port}; Test-Connection 127.0.0.1 -TcpPort 59999`).text).toBe(
    'True\nFalse',
  );
});
