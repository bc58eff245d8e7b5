import { emsmdb } from '@cutover/wire/emsmdb';
import { epmInterface } from '@cutover/wire/epm';
import { mgmtInterface } from '@cutover/wire/mgmt';
import { nspiInterface } from '@cutover/wire/nspi';
import { rfrInterface } from '@cutover/wire/rfr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeForeign, run, runPython } from './foreign-client.ts';
import { type ForeignSetup, startForeignSetup } from './setup.ts';

let setup: ForeignSetup;
beforeAll(async () => {
  setup = await startForeignSetup();
});
afterAll(() => setup.mock.close());

describeForeign('curl', 'echo request of the RPC proxy', () => {
  const echo = '0500140310000000140000000000000040000000';
  const ask = (flags: readonly string[], user: string) => {
    const url = `${setup.mock.httpUrl}/rpc/rpcproxy.dll?${setup.server}:6001`;
    const common = ['-sS', '--http1.1', '-H', 'Content-Length: 0', '-w', '%{stderr}%{http_code}', '-u', user];
    return run('bash', ['-c', 'curl "$@" | od -An -tx1 -v | tr -d " \n"', 'curl', ...common, ...flags, url]);
  };

  test.each([
    ['Basic', 'RPC_OUT_DATA', []],
    ['Basic', 'RPC_IN_DATA', []],
    ['NTLM', 'RPC_OUT_DATA', ['--ntlm']],
    ['NTLM', 'RPC_IN_DATA', ['--ntlm']],
  ])('%s, %s', async (_scheme, method, flags) => {
    const { account } = setup;
    const answer = await ask(['-X', method, ...flags], `${account.domain}\\${account.userName}:${account.password}`);
    expect(answer).toMatchObject({ stdout: echo, stderr: '200' });
  });

  test.each([
    ['Basic', []],
    ['NTLM', ['--ntlm']],
  ])('%s with a wrong password is refused', async (_scheme, flags) => {
    const { account } = setup;
    const answer = await ask(['-X', 'RPC_OUT_DATA', ...flags], `${account.domain}\\${account.userName}:wrong`);
    expect(answer.stderr).toBe('401');
  });
});

describeForeign('impacket', 'rpcmap', () => {
  const map = (endpoint: number, level: number, scheme: 'http' | 'https' = 'https') => {
    const { domain, userName, password } = setup.account;
    const url = scheme === 'http' ? setup.mock.httpUrl! : setup.mock.url;
    return runPython('rpcmap.py', [url, String(endpoint), String(level), domain, userName, password]);
  };

  test.each([
    [593, epmInterface],
    [6001, emsmdb],
    [6002, rfrInterface],
    [6004, nspiInterface],
  ])('port %i names its interfaces, without protection and sealed', async (port, { uuid }) => {
    const [plain, sealed] = await Promise.all([map(port, 1, 'http'), map(port, 6)]);
    expect(plain, plain.stderr).toMatchObject({ code: 0 });
    expect(plain.stdout.trim().split('\n').toSorted()).toEqual([mgmtInterface.uuid, uuid].toSorted());
    expect(sealed, sealed.stderr).toEqual(plain);
  });

  test('a port that ValidPorts does not name is 0x6ba', async () => {
    const { code, stderr } = await map(1234, 1);
    expect(code).not.toBe(0);
    expect(stderr).toContain('code: 0x6ba - RPC_S_SERVER_UNAVAILABLE');
  });
});

describeForeign('samba', 'mgmt.inq_if_ids, whose client verifies our signatures', () => {
  const combinations = ['basic', 'ntlm'].flatMap((http) =>
    ['connect', 'sign', 'seal'].map((rpc) => [http, rpc] as const),
  );

  test.each(combinations)('HTTP by %s, RPC by NTLM with %s', async (http, rpc) => {
    const { domain, userName, password } = setup.account;
    const port = new URL(setup.mock.httpUrl!).port;
    const answer = await runPython('samba-mgmt.py', [
      setup.server,
      '6001',
      port,
      http,
      rpc,
      domain,
      userName,
      password,
    ]);
    expect(answer, answer.stderr).toMatchObject({ code: 0 });
    expect(answer.stdout).toContain(mgmtInterface.uuid);
  });
});
