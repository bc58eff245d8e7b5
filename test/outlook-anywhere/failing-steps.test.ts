import { failingProfiles, type FailingStep, failingSteps, MockExchange } from '@cutover/mock-exchange';
import { type ConnectivityNode, type ConnectivityTestOptions, testConnectivity } from '@cutover/outlook-anywhere';
import { expect, test } from 'vitest';

/** How an administrator tests a server; a name that is in no DNS is not helped with. */
function optionsFor(mock: MockExchange, failing: FailingStep | undefined): ConnectivityTestOptions {
  const administrator = mock.accounts.find(({ userName }) => userName === 'administrator')!;
  const { hostname: host, port } = new URL(mock.url);
  return {
    exchangeServer: mock.exchangeServer,
    rpcProxyServer: mock.proxyServer,
    credential: { userName: `${administrator.domain}\\administrator`, password: administrator.password },
    address: failing === 'dns' ? undefined : { host, port: Number(port) },
    security: { ca: mock.certificateAuthority },
    mailbox: 'annb@contoso.com',
    certificatePrincipalName:
      failing === 'certificate-principal' ? 'msstd:owa.example.net' : `msstd:${mock.proxyServer}`,
  };
}

const leavesOf = (node: ConnectivityNode): ConnectivityNode[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);

/** Every step that has no others below it. */
async function testServer(failing: FailingStep | undefined): Promise<ConnectivityNode[]> {
  await using mock = await MockExchange.start(failing === undefined ? {} : { failing });
  const tree = await testConnectivity(optionsFor(mock, failing));
  expect(JSON.stringify(tree)).not.toContain(mock.accounts[0]!.password);
  return leavesOf(tree);
}

const steps = failingSteps.filter((name) => name !== 'autodiscover');

test.each(steps)('%s: just that step fails, with cause, remedy and a command', async (failing) => {
  const profile = failingProfiles[failing];
  const leaves = await testServer(failing);
  const at = leaves.findIndex(({ status }) => status === 'failed');
  expect(leaves[at]).toMatchObject({
    id: profile.step,
    errorCode: expect.stringMatching(/^outlookAnywhere\./) as string,
    detail: expect.stringMatching(/\w.*\.$/) as string,
    remedy: expect.stringMatching(/\w.*\.$/) as string,
    command: expect.stringMatching(/^(nslookup|Test-NetConnection|openssl|curl|rpcping) /) as string,
  });
  // An override of the address is no test of DNS; that a certificate holds Autodiscover's name, too, is only a warning.
  const before = leaves.slice(0, at).filter(({ id }) => id !== 'dns' && id !== 'certificate.name');
  expect(before.map(({ status }) => status)).toEqual(before.map(() => 'success'));
  expect(new Set(leaves.slice(at + 1).map(({ status }) => status))).toEqual(
    new Set(at + 1 < leaves.length ? ['skipped'] : []),
  );
});

test('every step that can fail has a server on which it does', async () => {
  const withProfile = new Set<string>(Object.values(failingProfiles).map(({ step }) => step));
  const leaves = await testServer(undefined);
  expect(leaves.map(({ id }) => id).filter((id) => !withProfile.has(id))).toEqual([]);
});

test.each([
  ['TLS of old', { maximumTls: 'TLSv1' }, 'certificate.obtain', /TLSv1\..*old version of TLS/],
  ['a certificate of many names', { certificate: 'many-names' }, 'certificate.name', /autodiscover\.contoso\.com/],
] as const)('%s is a warning, and the test goes through', async (_name, options, step, text) => {
  await using mock = await MockExchange.start(options);
  const tree = await testConnectivity(optionsFor(mock, undefined));
  expect(tree.status).toBe('warning');
  const warned = leavesOf(tree).filter(({ status }) => status === 'warning');
  expect(warned).toMatchObject([{ id: step }]);
  expect(`${warned[0]!.detail} ${warned[0]!.remedy}`).toMatch(text);
});

test('a certificate for another name says which names it is for', async () => {
  const leaves = await testServer('certificate-name');
  expect(leaves.find(({ status }) => status === 'failed')!.detail).toContain('but for www.example.net');
});
