import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { type CertifiedKey, MockExchange, type MockExchangeOptions } from '@cutover/mock-exchange';
import {
  type AutodiscoverOptions,
  autodiscoverNode,
  discover,
  discoverSettings,
  type HostAddress,
  type NameService,
} from '@cutover/outlook-anywhere';
import { describe, expect, test } from 'vitest';

type Hosts = Readonly<Record<string, HostAddress>>;

/** A DNS that knows these hosts, by name or by name and port, and no others. */
const dnsOf = (
  hosts: Hosts,
  services: Awaited<ReturnType<NonNullable<NameService['servicesOf']>>> = [],
): NameService => ({
  addressOf: (host, port) => hosts[`${host}:${port}`] ?? hosts[host] ?? null,
  servicesOf: async () => services,
});

const start = (options: MockExchangeOptions): Promise<MockExchange> =>
  MockExchange.start({ profile: '2010', httpPort: 0, journal: true, ...options });

function addressOf({ url, certificateAuthority: ca }: MockExchange): HostAddress {
  const { hostname: host, port } = new URL(url);
  return { host, port: Number(port), ca };
}

const plainOf = ({ httpUrl }: MockExchange): HostAddress => ({
  host: '127.0.0.1',
  port: Number(new URL(httpUrl!).port),
});

const path = 'autodiscover/autodiscover.xml';
const emailAddress = 'annb@contoso.com';

/** The options of the organisation's administrator. */
function optionsFor(
  mock: MockExchange,
  names: NameService,
  more: Partial<AutodiscoverOptions> = {},
): AutodiscoverOptions {
  const { domain, userName, password } = mock.accounts.find((one) => one.userName === 'administrator')!;
  return { emailAddress, credential: { userName: `${domain}\\${userName}`, password }, names, ...more };
}

const usual = (mock: MockExchange): NameService => dnsOf({ 'autodiscover.contoso.com': addressOf(mock) });

/** A listener that answers everything alike and keeps what it was told. */
async function stranger(answer: string, identity?: CertifiedKey) {
  let heard = '';
  const serve = (socket: Socket): void =>
    void socket
      .on('error', () => undefined)
      .on('data', (bytes) => {
        heard += bytes.toString('latin1');
        if (heard.endsWith('\r\n\r\n') || heard.includes('</Autodiscover>')) socket.end(answer);
      });
  const server = identity
    ? createTlsServer({ key: identity.key, cert: identity.certificate }, serve)
    : createServer(serve);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
  return { address, heard: () => heard, [Symbol.asyncDispose]: async () => void server.close() };
}

const redirecting = (to: string): string => `HTTP/1.1 302 Found\r\nLocation: ${to}\r\nContent-Length: 0\r\n\r\n`;

describe('settings are found', () => {
  test('at the host for Autodiscover, where the domain itself has none', async () => {
    await using mock = await start({});
    const found = await discover(optionsFor(mock, usual(mock)));
    expect(found.settings).toEqual({
      url: `https://autodiscover.contoso.com/${path}`,
      emailAddress,
      displayName: 'Ann Beebe',
      legacyExchangeDN: mock.organisation.recipients.find(({ alias }) => alias === 'annb')!.legacyExchangeDN,
      exchangeServer: mock.exchangeServer,
      rpcProxyServer: mock.proxyServer,
      authentication: 'Basic',
      serverVersion: '14.3.123',
      certificatePrincipalName: `msstd:${mock.proxyServer}`,
    });
    expect(found.attempts).toMatchObject([
      { place: `https://contoso.com/${path}`, outcome: 'failed', errorCode: 'outlookAnywhere.hostNotFound' },
      { place: `https://autodiscover.contoso.com/${path}`, outcome: 'settings' },
    ]);
  });

  test.each(['2007', '2010'] as const)(
    'of Exchange %s, by DOMAIN\\user and by user principal name',
    async (profile) => {
      await using mock = await start({ profile });
      const options = optionsFor(mock, usual(mock));
      const { userPrincipalName: userName, password } = mock.accounts.find((one) => one.userName === 'administrator')!;
      const expected = { rpcProxyServer: mock.proxyServer };
      expect(await discoverSettings(options)).toMatchObject(expected);
      expect(await discoverSettings({ ...options, credential: { userName, password } })).toMatchObject(expected);
    },
  );

  test('where plain HTTP points, within the domain', async () => {
    await using mock = await start({});
    await using redirector = await start({ autodiscover: { location: `https://mail.contoso.com/${path}` } });
    const names = dnsOf({ 'autodiscover.contoso.com:80': plainOf(redirector), 'mail.contoso.com': addressOf(mock) });
    const { settings, attempts } = await discover(optionsFor(mock, names));
    expect(settings?.url).toBe(`https://mail.contoso.com/${path}`);
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'redirection', 'settings']);
  });

  test('where an SRV record points, by priority', async () => {
    await using mock = await start({});
    const names = dnsOf({ 'mail.contoso.com': addressOf(mock) }, [
      { name: 'old.contoso.com', port: 443, priority: 20, weight: 0 },
      { name: 'mail.contoso.com.', port: 443, priority: 10, weight: 0 },
    ]);
    const { settings, attempts } = await discover(optionsFor(mock, names));
    expect(settings?.rpcProxyServer).toBe(mock.proxyServer);
    expect(attempts[3]).toMatchObject({ place: 'SRV _autodiscover._tcp.contoso.com', outcome: 'redirection' });
  });

  test('behind every kind of redirection of the service itself', async () => {
    await using last = await start({});
    await using by302 = await start({ autodiscover: { location: `https://mail.contoso.com/${path}` } });
    const elsewhere = `https://autodiscover.fabrikam.com/${path}`;
    const redirectAddresses = { [emailAddress]: 'annb@fabrikam.com' };
    await using byAddress = await start({ autodiscover: { redirectAddresses } });
    await using byUrl = await start({ autodiscover: { redirectUrl: `https://mail.contoso.com/${path}` } });
    const names = dnsOf({
      'autodiscover.contoso.com': addressOf(byAddress),
      'autodiscover.fabrikam.com': addressOf(by302),
      'mail.contoso.com': addressOf(byUrl),
    });
    const security = { ca: undefined, acceptUntrustedCertificates: true };
    const { attempts } = await discover(optionsFor(last, names, { security }));
    expect(attempts.map(({ place, detail }) => `${place} ${detail}`).slice(1, 4)).toEqual([
      `https://autodiscover.contoso.com/${path} Go to annb@fabrikam.com.`,
      expect.stringContaining('https://fabrikam.com/'),
      `${elsewhere} Go to https://mail.contoso.com/${path}.`,
    ]);
    expect(attempts[4]).toMatchObject({ place: `https://mail.contoso.com/${path}`, outcome: 'redirection' });
    expect(attempts[5]!.detail).toContain('has been asked for annb@fabrikam.com already');
  });
});

describe('none are found', () => {
  const codeOf = async (search: Promise<unknown>): Promise<unknown> => {
    const error = await search.then(
      () => undefined,
      (caught: { code: string; cause: { code: string } }) => caught,
    );
    return [error?.code, error?.cause?.code].map((code) => code?.replace('outlookAnywhere.', ''));
  };

  test('at Exchange 2003, which says to give them by hand', async () => {
    await using mock = await start({ profile: '2003' });
    const names = dnsOf({ 'autodiscover.contoso.com': { ...addressOf(mock) } });
    const options = optionsFor(mock, names, { security: { acceptUntrustedCertificates: true } });
    const { failure, settings } = await discover(options);
    expect(settings).toBeUndefined();
    expect(failure).toMatchObject({ code: 'outlookAnywhere.autodiscoverFailed' });
    expect(failure?.message).toContain('HTTP 404 Not Found');
    expect(failure?.message).toContain('Exchange 2003 organization has no Autodiscover service');
    expect(failure?.cause).toMatchObject({ code: 'outlookAnywhere.autodiscoverNotThere' });
  });

  test.each([
    [
      'with a wrong password',
      { credential: { userName: 'CONTOSO\\administrator', password: 'not it' } },
      'signInRefused',
    ],
    ['of an address that nobody has', { emailAddress: 'nobody@contoso.com' }, 'autodiscoverAnswered'],
  ])('%s', async (_name, more, cause) => {
    await using mock = await start({});
    const options = optionsFor(mock, usual(mock), more);
    expect(await codeOf(discoverSettings(options))).toEqual(['autodiscoverFailed', cause]);
  });

  test('while Outlook Anywhere is turned off', async () => {
    await using mock = await start({ failing: 'rpc-proxy-missing' });
    expect(await codeOf(discoverSettings(optionsFor(mock, usual(mock))))).toEqual([
      'autodiscoverFailed',
      'outlookAnywhereOff',
    ]);
  });

  test('of what is no address', async () => {
    await using mock = await start({});
    const options = optionsFor(mock, usual(mock), { emailAddress: 'annb' });
    expect(await codeOf(discoverSettings(options))).toEqual(['invalidOption', undefined]);
  });

  test('when the time is over, with what was tried until then', async () => {
    await using mock = await start({});
    mock.faults.on({ http: 'POST' }).delay(60_000);
    const { failure, attempts } = await discover(optionsFor(mock, usual(mock)), { timeLimit: 300 });
    expect(failure?.cause).toMatchObject({ code: 'outlookAnywhere.testTimedOut' });
    expect(attempts).toHaveLength(1);
  });
});

describe('the credential', () => {
  const secrets = ({ accounts }: MockExchange): RegExp => {
    const { password } = accounts.find((one) => one.userName === 'administrator')!;
    return new RegExp(`authorization|${Buffer.from(password).toString('base64').slice(0, 8)}`, 'i');
  };

  test.each([
    ['outside of the domain', 'https://evil.example.net'],
    ['without encryption', 'http://mail.contoso.com'],
  ])('is not taken where plain HTTP points %s', async (_name, target) => {
    await using mock = await start({});
    await using evil = await stranger('HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm="x"\r\n\r\n');
    await using redirector = await stranger(redirecting(`${target}/${path}`));
    const host = new URL(target).hostname;
    const names = dnsOf({ 'autodiscover.contoso.com:80': redirector.address, [host]: evil.address });
    const { attempts } = await discover(optionsFor(mock, names));
    expect(attempts[2]).toMatchObject({ errorCode: 'outlookAnywhere.redirectionRefused' });
    expect(evil.heard()).toBe('');
    expect(redirector.heard()).toMatch(/^GET /);
    expect(redirector.heard()).not.toMatch(secrets(mock));
  });

  test('is taken outside of the domain by whoever is trusted', async () => {
    await using mock = await start({});
    const names = dnsOf({ 'mail.contoso.com': addressOf(mock) }, [
      { name: 'mail.contoso.com', port: 443, priority: 0, weight: 0 },
    ]);
    const options = optionsFor(mock, names, { emailAddress: 'annb@fabrikam.com' });
    expect((await discover(options)).attempts[3]).toMatchObject({ errorCode: 'outlookAnywhere.redirectionRefused' });
    const { attempts } = await discover({ ...options, trustsHost: (host) => host === 'mail.contoso.com' });
    expect(attempts[4]).toMatchObject({ errorCode: 'outlookAnywhere.autodiscoverAnswered' });
  });

  test.each(['wrong-name', 'self-signed', 'expired', 'broken-chain'] as const)(
    'is not sent to a host whose certificate is %s',
    async (certificate) => {
      await using mock = await start({ certificate });
      const { attempts } = await discover(optionsFor(mock, usual(mock)));
      expect(attempts[1]?.errorCode).toMatch(/^outlookAnywhere\.certificate/);
      expect(mock.journal.entries).toEqual([]);
    },
  );

  test('is sent to nobody who does not ask for it', async () => {
    await using mock = await start({ clientCertificates: 'required' });
    const page = 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<html><body>Welcome</body></html>';
    await using web = await stranger(page, mock.clientCertificate);
    const names = dnsOf({ 'contoso.com:443': web.address });
    const options = optionsFor(mock, names, { security: { acceptUntrustedCertificates: true } });
    const { attempts } = await discover(options);
    expect(attempts[0]).toMatchObject({ errorCode: 'outlookAnywhere.autodiscoverUnreadable' });
    expect(web.heard()).toMatch(/^POST /);
    expect(web.heard()).not.toMatch(secrets(mock));
  });
});

test('as a step of the connectivity test, with every place below it', async () => {
  await using mock = await start({});
  const good = autodiscoverNode(await discover(optionsFor(mock, usual(mock))));
  expect(good).toMatchObject({ id: 'autodiscover', status: 'success', remedy: '' });
  expect(good.children.map(({ status }) => status)).toEqual(['skipped', 'success']);
  const bad = autodiscoverNode(await discover(optionsFor(mock, dnsOf({}))));
  expect(bad).toMatchObject({
    status: 'failed',
    errorCode: 'outlookAnywhere.autodiscoverFailed',
    remedy: expect.stringContaining('by hand') as string,
  });
  expect(bad.children).toHaveLength(4);
});
