import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePcapng } from '@cutover/mock-exchange';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeForeign, run, runPython } from './foreign-client.ts';
import { readMailbox } from './read-mailbox.ts';
import { type ForeignSetup, startForeignSetup } from './setup.ts';

/**
 * Conversations with every service: by impacket and Samba, sealed and not, and by our own client. Two things that
 * tshark 4.0 cannot read are left out: rows with multi-valued strings, and a sealed request whose stub is empty.
 */
async function converse({ mock, server, account }: ForeignSetup): Promise<void> {
  const who = [account.domain, account.userName, account.password];
  const proxyPort = new URL(mock.httpUrl!).port;
  const outcomes = await Promise.all([
    runPython('rpcmap.py', [mock.url, '593', '1', ...who]),
    runPython('samba-mgmt.py', [server, '6001', proxyPort, 'ntlm', 'sign', ...who]),
    runPython('samba-mgmt.py', [server, '6002', proxyPort, 'basic', 'seal', ...who]),
    runPython('exchanger.py', [mock.url, server, ...who, 'list-tables', '-count']),
    runPython('exchanger.py', [mock.url, server, ...who, 'dump-tables', '-name', 'GAL', '-lookup-type', 'MINIMAL']),
    runPython('exchanger.py', [mock.url, server, ...who, 'dnt-lookup', '-start-dnt', '16', '-stop-dnt', '24']),
    runPython('referral.py', [mock.url, server, ...who, mock.organisation.server.legacyExchangeDN]),
  ]);
  for (const outcome of outcomes) expect(outcome, outcome.stderr).toMatchObject({ code: 0 });
  for (const rpcAuthentication of ['None', 'Seal'] as const) {
    expect(await readMailbox(mock, { rpcAuthentication })).toBeGreaterThan(10);
  }
}

describeForeign('tshark', 'decodes what was recorded', () => {
  let folder: string;
  let setup: ForeignSetup;
  let capture: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cutover-tshark-'));
    setup = await startForeignSetup();
    await converse(setup);
    capture = join(folder, 'conversation.pcapng');
    await writeFile(capture, encodePcapng(setup.mock.tap.pdus));
  }, 120_000);
  afterAll(async () => {
    await setup.mock.close();
    await rm(folder, { recursive: true });
  });

  /** One line for each packet that the filter lets through: what the analyser says it is. */
  async function packets(filter: string): Promise<string[]> {
    const password = ['-o', `ntlmssp.nt_password:${setup.account.password}`];
    const columns = ['-T', 'fields', '-e', '_ws.col.Protocol', '-e', '_ws.col.Info'];
    const { code, stdout, stderr } = await run('tshark', ['-r', capture, '-Y', filter, ...password, ...columns]);
    expect(code, stderr).toBe(0);
    return stdout.split('\n').filter((line) => line !== '');
  }

  test('without a malformed packet', async () => {
    expect(await packets('_ws.malformed')).toEqual([]);
  });

  test('RTS, binds and calls of every service by their names, sealed stubs too', async () => {
    const all = (await packets('dcerpc')).join('\n');
    const expected = [
      'RPCH\tCONN/A1',
      'RPCH\tCONN/A3',
      'RPCH\tCONN/B1',
      'CONN/C2',
      'NTLMSSP_NEGOTIATE',
      'NTLMSSP_CHALLENGE',
      String.raw`NTLMSSP_AUTH, User: CONTOSO\administrator`,
      'MGMT\trpc__mgmt_inq_if_ids response',
      'EPM\tLookup response',
      'EPM\tMap response',
      'NSPI\tNspiBind response',
      'NSPI\tNspiGetHierarchyInfo response',
      'NSPI\tNspiQueryRows response',
      'NSPI\tNspiUpdateStat response',
      'NSPI\tNspiUnbind response',
      'RFR\tRfrGetNewDSA response',
      'MAPI\tEcDoDisconnect response',
      'Unknown operation 10',
      'Unknown operation 11',
    ];
    expect(expected.filter((name) => !all.includes(name))).toEqual([]);
  });

  test('every challenge is answered by a proof that the password verifies', async () => {
    const proofs = await packets('ntlmssp.messagetype == 3');
    const verified = await packets('ntlmssp.auth.sesskey && _ws.expert.message contains "authenticated using"');
    expect(verified.length).toBe(proofs.length);
    expect(proofs.length).toBeGreaterThan(5);
  });
});
