import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mockEvents } from '@cutover/mock-exchange';
import { connectOutlookAnywhere, type OutlookAnywhereOptions, testConnectivity } from '@cutover/outlook-anywhere';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overHttps, type Source, startSource } from './source.ts';

let source: Source;
let open = 0;
const opened = (): void => void open++;
const closed = (): void => void open--;
beforeAll(async () => {
  subscribe(mockEvents.connectionOpened.channel.name, opened);
  subscribe(mockEvents.connectionClosed.channel.name, closed);
  source = await startSource();
});
afterAll(async () => {
  await source[Symbol.asyncDispose]();
  unsubscribe(mockEvents.connectionOpened.channel.name, opened);
  unsubscribe(mockEvents.connectionClosed.channel.name, closed);
});

const wrongPassword = (): OutlookAnywhereOptions => {
  const { credential, ...options } = source.optionsFor();
  return { ...options, credential: { ...credential, password: 'not it' } };
};
const nobody = { credential: { userName: 'CONTOSO\\nobody', password: 'not it' } };

describe('signing in', () => {
  const cases: [what: string, options: () => OutlookAnywhereOptions, code: string][] = [
    ['a wrong password by Basic', wrongPassword, 'authenticationFailed'],
    ['a wrong password by NTLM', () => ({ ...wrongPassword(), authentication: 'NTLM' }), 'authenticationFailed'],
    ['an unknown account', () => ({ ...source.optionsFor(), ...nobody }), 'authenticationFailed'],
    [
      'a server that the proxy does not know',
      () => ({ ...source.optionsFor(), exchangeServer: 'EXCH-9' }),
      'rpcServerUnavailable',
    ],
    [
      'a port on which nobody listens',
      () => ({ ...source.optionsFor(), address: { host: '127.0.0.1', port: 1 } }),
      'connectFailed',
    ],
    [
      'a certificate of an unknown authority',
      () => ({ ...source.optionsFor(), ...overHttps(source), security: {} }),
      'certificateNotTrusted',
    ],
    [
      'a name that is not in the certificate',
      () => ({ ...source.optionsFor(), ...overHttps(source), rpcProxyServer: 'owa.contoso.com' }),
      'certificateNameMismatch',
    ],
    ['a server name that is none', () => ({ ...source.optionsFor(), exchangeServer: 'a b\r\nX: y' }), 'invalidOption'],
  ];

  test.each(cases)('%s', async (_what, options, code) => {
    await expect(connectOutlookAnywhere(options())).rejects.toMatchObject({ code: `outlookAnywhere.${code}` });
    await expect.poll(() => open).toBe(0);
  });

  test('any certificate, if any is accepted', async () => {
    const security = { acceptUntrustedCertificates: true };
    await using session = await source.connect('administrator', { ...overHttps(source), security });
    expect(session.userDN).toBeDefined();
  });
});

describe('opening a mailbox', () => {
  test('of another without a right', async () => {
    await using session = await source.connect('annb');
    const other = source.dnOf('administrator');
    await expect(session.openMailbox({ legacyExchangeDN: other })).rejects.toMatchObject({
      code: 'outlookAnywhere.mailboxAccessDenied',
      category: 'PermissionDenied',
    });
    await using own = await session.openMailbox({ legacyExchangeDN: source.dnOf('annb'), asAdministrator: false });
    expect((await own.syncHierarchy()).folders).not.toHaveLength(0);
  });

  test('that does not exist', async () => {
    await using session = await source.connect();
    const legacyExchangeDN = `${source.dnOf('annb')}-gone`;
    await expect(session.openMailbox({ legacyExchangeDN })).rejects.toMatchObject({
      code: 'outlookAnywhere.mailboxNotFound',
    });
  });

  test('nothing can be done once it is closed', async () => {
    await using session = await source.connect();
    const mailbox = await session.openMailbox({ legacyExchangeDN: source.dnOf('annb') });
    await mailbox.close();
    await mailbox.close();
    await expect(mailbox.syncHierarchy()).rejects.toMatchObject({ code: 'outlookAnywhere.closed' });
  });
});

describe('cancellation', () => {
  const stop = new Error('stop');

  test('before and while signing in', async () => {
    await expect(connectOutlookAnywhere(source.optionsFor(), { signal: AbortSignal.abort(stop) })).rejects.toBe(stop);
    for (let turns = 0; turns < 12; turns++) {
      const controller = new AbortController();
      const connecting = connectOutlookAnywhere(source.optionsFor(), { signal: controller.signal });
      const outcome = connecting.then(
        (session) => session.close(),
        (error: unknown) => expect(error).toBe(stop),
      );
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      controller.abort(stop);
      await outcome;
    }
    await expect.poll(() => open).toBe(0);
  });

  test('while the directory is read', async () => {
    await using session = await source.connect();
    const controller = new AbortController();
    const reading = (async () => {
      for await (const entry of session.directory({ signal: controller.signal })) {
        if (entry.kind === 'group') controller.abort(stop);
      }
    })();
    await expect(reading).rejects.toBe(stop);
    await expect.poll(() => open).toBe(0);
  });

  test('while a folder is read; the session stays usable', async () => {
    await using session = await source.connect();
    const mailbox = await session.openMailbox({ legacyExchangeDN: source.dnOf('annb') });
    const controller = new AbortController();
    controller.abort(stop);
    const sync = mailbox.syncContents(mailbox.wellKnownFolders.inbox, undefined, { signal: controller.signal });
    await expect(sync.next()).rejects.toBe(stop);
    await mailbox.close();
    await using again = await session.openMailbox({ legacyExchangeDN: source.dnOf('annb') });
    expect(await again.syncContents(again.wellKnownFolders.inbox).next()).toBeDefined();
  });

  test('the end of the session ends what was opened from it', async () => {
    const session = await source.connect();
    const mailbox = await session.openMailbox({ legacyExchangeDN: source.dnOf('annb') });
    await session.close();
    await expect(mailbox.syncHierarchy()).rejects.toMatchObject({ code: 'outlookAnywhere.closed' });
    await expect.poll(() => open).toBe(0);
  });

  test('the end of the server is told as a loss that may be tried again', async () => {
    const other = await startSource();
    await using session = await other.connect();
    const mailbox = await session.openMailbox({ legacyExchangeDN: other.dnOf('annb') });
    await other[Symbol.asyncDispose]();
    await expect(mailbox.syncHierarchy()).rejects.toMatchObject({
      code: 'outlookAnywhere.connectionLost',
      retry: true,
    });
    await mailbox.close();
  });
});

describe('the connectivity test', () => {
  test('goes through to the mailbox, over HTTPS', async () => {
    const tree = await testConnectivity({ ...source.optionsFor(), ...overHttps(source), mailbox: 'annb' });
    expect(tree).toMatchObject({ status: 'success' });
    expect(tree.children.filter(({ status }) => status !== 'success').map(({ id }) => id)).toEqual(['dns']);
  });

  const cases: [what: string, options: () => OutlookAnywhereOptions & { mailbox?: string }, step: string][] = [
    ['an unknown host', () => ({ ...source.optionsFor(), rpcProxyServer: 'no-such-host.invalid', address: {} }), 'dns'],
    ['a closed port', () => ({ ...source.optionsFor(), address: { host: '127.0.0.1', port: 1 } }), 'tcp'],
    [
      'another name',
      () => ({ ...source.optionsFor(), ...overHttps(source), rpcProxyServer: 'owa.contoso.com' }),
      'certificate.name',
    ],
    [
      'an unknown authority',
      () => ({ ...source.optionsFor(), ...overHttps(source), security: {} }),
      'certificate.trust',
    ],
    ['a wrong password', wrongPassword, 'ping.proxy'],
    ['an unknown server', () => ({ ...source.optionsFor(), exchangeServer: 'EXCH-9' }), 'ping.store'],
    ['an unknown name', () => ({ ...source.optionsFor(), mailbox: 'nobody' }), 'directory.checkName'],
    ['no right', () => ({ ...source.optionsFor('annb'), mailbox: 'administrator' }), 'logon'],
  ];

  test.each(cases)('%s ends it where it fails, with what to do', async (_what, options, step) => {
    const tree = await testConnectivity(options());
    const nodes = [tree, ...tree.children.flatMap((child) => [child, ...child.children])];
    const failed = nodes.filter(({ status, children }) => status === 'failed' && children.length === 0);
    expect(failed).toMatchObject([{ id: step, errorCode: expect.stringMatching(/^outlookAnywhere\./) as string }]);
    expect(failed[0]!.remedy).not.toBe('');
    expect(tree.status).toBe('failed');
    expect(JSON.stringify(tree)).not.toContain(options().credential.password);
  });
});
