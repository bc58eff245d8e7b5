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
import type { HttpCall, Network } from '../../host/network.ts';
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
    `$c = [pscredential]::new('u', (ConvertTo-SecureString 'pw' -AsPlainText)); (Invoke-RestMethod "$u/echo" -Authentication Basic -Credential $c -AllowUnencryptedAuthentication).headers.authorization`,
  );
  expect(text).toBe(`Basic ${Buffer.from('u:pw').toString('base64')}`);
});

test('a body can go to a file', () => {
  run(`Invoke-WebRequest "$u/text" -OutFile out.txt`);
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe('plain');
});

test('says who does not answer, and that it may not ask', () => {
  const { text } = run(`try { Invoke-RestMethod http://127.0.0.1:59999/ } catch { "$_"; $_.Exception.Message }`);
  expect(text).toBe('Connection refused\nConnection refused (127.0.0.1:59999)');
  expect(run(`Invoke-RestMethod $u`, {}).errors).toContain('has not been given access to the network');
});

test('a port answers or does not', () => {
  expect(run(`Test-Connection 127.0.0.1 -TcpPort ${port}; Test-Connection 127.0.0.1 -TcpPort 59999`).text).toBe(
    'True\nFalse',
  );
});

test('a session keeps cookies and heads', () => {
  const { text } = run(
    `$r = Invoke-RestMethod "$u/sign-in" -SessionVariable s -Headers @{ 'X-Own' = 'me' }; $r.headers.cookie
     $s.Cookies.GetCookies($u).Count; (Invoke-RestMethod "$u/echo" -WebSession $s).headers | % { $_.cookie, $_.'x-own' -join ' ' }
     $own = [Microsoft.PowerShell.Commands.WebRequestSession]::new(); $own.Cookies.Add([Net.Cookie]::new('a', 'b', '/', '127.0.0.1'))
     (Invoke-RestMethod "$u/echo" -WebSession $own).headers.cookie`,
  );
  expect(text.split('\n')).toEqual(['id=42', '1', 'id=42 me', 'a=b']);
});

test('pages are followed by their links', () => {
  expect(run(`(Invoke-RestMethod "$u/pages/1" -FollowRelLink).page -join ' '`).text).toBe('1 2 3');
  expect(run(`(Invoke-RestMethod "$u/pages/1" -FollowRelLink -MaximumFollowRelLink 2).page -join ' '`).text).toBe(
    '1 2',
  );
  expect(run(`(Invoke-WebRequest "$u/pages/1").RelationLink['next']`).text).toBe(`http://127.0.0.1:${port}/pages/2`);
});

test('a form of files goes out in parts', () => {
  const { text } = run(
    `'data' > up.txt; $r = Invoke-RestMethod "$u/echo" -Method Post -Form @{ f = Get-Item up.txt }; $r.headers.'content-type'; $r.body`,
  );
  const [type = '', ...body] = text.split('\n').map((line) => line.trim());
  const boundary = /^multipart\/form-data; boundary="(.+)"$/.exec(type)?.[1];
  expect(body).toEqual([
    `--${boundary}`,
    'Content-Disposition: form-data; name="f"; filename="up.txt"',
    'Content-Type: application/octet-stream',
    '',
    'data',
    '',
    `--${boundary}--`,
  ]);
});

test('what of a page scripts look for', () => {
  const { text } = run(
    `$r = Invoke-WebRequest "$u/html"; $r.Links[0].href, $r.Links[0].class, $r.Images.src, $r.InputFields[0].value -join ' '; $r.Headers.'Content-Type'`,
  );
  expect(text).toBe('/x big i.png v\ntext/html; charset=utf-8');
});

test('an error has its answer', () => {
  const { text } = run(
    `try { Invoke-WebRequest "$u/missing" } catch { $r = $_.Exception.Response; [int]$r.StatusCode, $r.StatusCode, $r.ReasonPhrase -join ' ' }`,
  );
  expect(text).toBe('404 NotFound Not Found');
});

test.each([
  [
    '"$u/silent" -TimeoutSec 1',
    'The request was canceled due to the configured HttpClient.Timeout of 1 seconds elapsing.',
  ],
  ['http://127.0.0.1:9', 'Connection refused'],
  ['foo://x', "The 'foo' scheme is not supported."],
  [
    '"$u/echo" -Authentication Bearer -Token (ConvertTo-SecureString t -AsPlainText)',
    'cannot protect plain text secrets',
  ],
  ['"$u/echo" -HttpVersion 2.0', "The parameter 'HttpVersion' is not supported yet."],
  ['"$u/echo" -Proxy http://127.0.0.1:9', 'Connection refused'],
])('Invoke-RestMethod %s fails', (parameters, message) => {
  expect(run(`try { Invoke-RestMethod ${parameters} } catch { "$_" }`).text).toContain(message);
});

test('how the server is reached goes to the network', () => {
  const calls: HttpCall[] = [];
  const network: Network = {
    request: (call) => (calls.push(call), [{ kind: 'head', status: 200, reason: 'OK', url: call.url, headers: [] }]),
    resolve: () => [],
    probe: () => ({ connected: false, address: '', milliseconds: 0 }),
  };
  run('irm https://h -SkipCertificateCheck -SslProtocol Tls12, Tls13 -OperationTimeoutSeconds 3; irm h -NoProxy', {
    network,
  });
  expect(calls[0]).toMatchObject({ readTimeout: 3000, connection: { unverified: true, tls: ['TLSv1.2', 'TLSv1.3'] } });
  expect(calls[1]).toMatchObject({ url: 'http://h/', connection: { unverified: false, proxy: 'none' } });
});
