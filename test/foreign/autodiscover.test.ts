import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockExchange, type MockExchangeOptions } from '@cutover/mock-exchange';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeForeign, run, runPython } from './foreign-client.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'cutover-autodiscover-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (options: MockExchangeOptions): Promise<MockExchange> =>
  MockExchange.start({ profile: '2010', httpPort: 0, ...options });

/** The administrator as a client names and proves itself. */
function administratorOf({ accounts }: MockExchange): { name: string; password: string } {
  const { domain, userName, password } = accounts.find((one) => one.userName === 'administrator')!;
  return { name: `${domain}\\${userName}`, password };
}

/** The file of the authority that a client has to trust. */
function authorityOf({ certificateAuthority }: MockExchange): string {
  const path = join(folder, 'authority.pem');
  writeFileSync(path, certificateAuthority);
  return path;
}

describeForeign('exchangelib', 'Autodiscover', () => {
  const portOf = (url: string): [string, number] => ['127.0.0.1', Number(new URL(url).port)];

  async function discover(mock: MockExchange, hosts: Record<string, [string, number]>, address = 'annb@contoso.com') {
    const { name, password } = administratorOf(mock);
    const args = [JSON.stringify(hosts), address, name, password];
    // It remembers between runs, in a file there, who has answered.
    const TMPDIR = mkdtempSync(join(folder, 'cache-'));
    return runPython('exchangelib-autodiscover.py', args, { REQUESTS_CA_BUNDLE: authorityOf(mock), TMPDIR });
  }

  const expected = (mock: MockExchange) => ({
    displayName: 'Ann Beebe',
    legacyDN: mock.organisation.recipients.find(({ alias }) => alias === 'annb')!.legacyExchangeDN,
    types: ['EXCH', 'EXPR', 'WEB'],
    proxy: mock.proxyServer,
    authentication: 'basic',
    ssl: true,
    principal: `msstd:${mock.proxyServer}`,
    server: mock.exchangeServer,
    web: `https://${mock.proxyServer}/owa`,
  });

  test.each([
    ['2007', '8.3.83.0'],
    ['2010', '14.3.123.0'],
  ] as const)('reads the settings of an Exchange %s', async (profile, build) => {
    await using mock = await start({ profile });
    const { code, stdout, stderr } = await discover(mock, { 'autodiscover.contoso.com:443': portOf(mock.url) });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) as string });
    expect(JSON.parse(stdout)).toEqual({ ...expected(mock), build });
  });

  test('goes where plain HTTP points', async () => {
    await using mock = await start({});
    const location = `https://${mock.proxyServer}/autodiscover/autodiscover.xml`;
    await using redirector = await start({ autodiscover: { location } });
    const hosts = {
      'autodiscover.contoso.com:80': portOf(redirector.httpUrl!),
      [`${mock.proxyServer}:443`]: portOf(mock.url),
    };
    const { stdout, stderr } = await discover(mock, hosts);
    expect(JSON.parse(stdout || JSON.stringify(stderr))).toMatchObject({ proxy: mock.proxyServer });
  });

  test('asks again for the address that it is told', async () => {
    const redirectAddresses = { 'old@contoso.com': 'annb@contoso.com' };
    await using mock = await start({ autodiscover: { redirectAddresses } });
    const hosts = { 'autodiscover.contoso.com:443': portOf(mock.url) };
    const { stdout, stderr } = await discover(mock, hosts, 'old@contoso.com');
    expect(JSON.parse(stdout || JSON.stringify(stderr))).toMatchObject({ displayName: 'Ann Beebe' });
  });

  test.each([
    ['an address that nobody has', {}, 'nobody@contoso.com', 'ErrorNonExistentMailbox'],
    ['an Exchange 2003', { profile: '2003' }, undefined, 'AutoDiscoverFailed'],
    ['a certificate for another name', { certificate: 'wrong-name' }, undefined, 'AutoDiscoverFailed'],
  ] as const)('fails at %s', async (_name, options, address, error) => {
    await using mock = await start(options);
    const { code, stderr } = await discover(mock, { 'autodiscover.contoso.com:443': portOf(mock.url) }, address);
    expect(code).toBe(1);
    expect(stderr).toContain(error);
  });
});

describeForeign('curl', 'certificates and Autodiscover', () => {
  /** What curl ends with, and the status that it was answered. */
  async function get(mock: MockExchange, args: readonly string[] = []) {
    const { name, password } = administratorOf(mock);
    const port = new URL(mock.url).port;
    const host = mock.proxyServer;
    const common = ['-sS', '--max-time', '20', '--cacert', authorityOf(mock), '--resolve', `${host}:${port}:127.0.0.1`];
    const url = `https://${host}:${port}/autodiscover/autodiscover.xml`;
    const { code, stdout } = await run('curl', [
      ...common,
      '-u',
      `${name}:${password}`,
      '-w',
      '\n%{http_code}',
      ...args,
      url,
    ]);
    const lines = stdout.split('\n');
    return { code, status: Number(lines.at(-1)), body: lines.slice(0, -1).join('\n') };
  }

  // Exit codes of curl: 0, 7 connection refused, 35 no handshake, 60 certificate not verified.
  test.each([
    ['trusted', { certificate: 'trusted' }, 0],
    ['of many names', { certificate: 'many-names' }, 0],
    ['self-signed', { certificate: 'self-signed' }, 60],
    ['expired', { certificate: 'expired' }, 60],
    ['not yet valid', { certificate: 'not-yet-valid' }, 60],
    ['for another name', { certificate: 'wrong-name' }, 60],
    ['without the one between', { certificate: 'broken-chain' }, 60],
    ['missing, as the port is closed', { https: 'closed' }, 7],
    ['missing, as the port speaks no TLS', { https: 'plain' }, 35],
  ] as const)('a certificate that is %s', async (_name, options, code) => {
    await using mock = await start(options);
    expect((await get(mock)).code).toBe(code);
  });

  test('a certificate is demanded of the client, and the one that is given is taken', async () => {
    await using mock = await start({ clientCertificates: 'required' });
    expect(await get(mock)).toMatchObject({ code: 0, status: 403, body: expect.stringContaining('403.7') as string });
    const [cert, key] = [join(folder, 'client.pem'), join(folder, 'client.key')];
    writeFileSync(cert, mock.clientCertificate!.certificate);
    writeFileSync(key, mock.clientCertificate!.key);
    expect(await get(mock, ['--cert', cert, '--key', key])).toMatchObject({ code: 0, status: 200 });
  });

  const request = `<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006"><Request><EMailAddress>annb@contoso.com</EMailAddress><AcceptableResponseSchema>http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a</AcceptableResponseSchema></Request></Autodiscover>`;

  test.each([
    ['of a given length', []],
    ['in chunks', ['-H', 'Transfer-Encoding: chunked']],
    ['that waits to be asked for', ['-H', 'Expect: 100-continue']],
    ['by HTTP/1.0', ['--http1.0']],
    ['signed in by NTLM', ['--ntlm']],
  ])('a request %s is answered', async (_name, args) => {
    await using mock = await start({});
    const { status, body } = await get(mock, ['-H', 'Content-Type: text/xml', '--data', request, ...args]);
    expect([status, body]).toEqual([200, expect.stringContaining('<Server>mail.contoso.com</Server>')]);
  });

  test('the head of a request has its limit', async () => {
    await using mock = await start({});
    expect((await get(mock, ['-H', `X-Long: ${'x'.repeat(17_000)}`])).status).toBe(431);
  });
});
