import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { embeddedOrganisation } from '@cutover/cloud';
import { connect, testMailRouting } from '@cutover/core';
import { expect, test } from 'vitest';
import { describeForeign } from './foreign-client.ts';

/** A port of loopback on which nobody listens. */
async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}

/** dnsmasq with these records, and nobody to ask for others. */
async function nameServer(
  records: readonly string[],
  { tries = 3, failure = '' } = {},
): Promise<AsyncDisposable & { readonly address: string }> {
  if (tries === 0) throw new Error(`dnsmasq did not start: ${failure}`);
  const port = await freePort();
  const fixed = [
    '--keep-in-foreground',
    '--conf-file=/dev/null',
    '--no-resolv',
    '--no-hosts',
    '--user=root',
    '--pid-file=',
  ];
  const place = [`--port=${port}`, '--listen-address=127.0.0.1', '--bind-interfaces', '--log-facility=-'];
  const server = spawn('/usr/sbin/dnsmasq', [...fixed, ...place, ...records], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  for await (const text of server.stderr) {
    said += String(text);
    if (said.includes('started')) break;
  }
  // Somebody else may have taken the port in the meantime.
  if (!said.includes('started')) return nameServer(records, { tries: tries - 1, failure: said });
  return {
    address: `127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.kill();
      await once(server, 'exit');
    },
  };
}

describeForeign('dnsmasq', 'mail routing', () => {
  test('is read as a name server tells it', async () => {
    await using server = await nameServer([
      '--local-ttl=3600',
      '--mx-host=contoso.com,contoso-com.mail.protection.outlook.com,0',
      '--host-record=autodiscover.outlook.com,192.0.2.1',
      '--cname=autodiscover.contoso.com,autodiscover.outlook.com',
      '--txt-record=contoso.com,v=spf1 include:spf.protection.outlook.com -all',
    ]);
    await using organisation = embeddedOrganisation({ data: ':memory:' });
    const [outcome] = await testMailRouting(connect(organisation), { Resolver: server.address });
    expect(outcome).toMatchObject({
      DomainName: 'contoso.com',
      RoutesToCloud: true,
      MailExchangers: ['contoso-com.mail.protection.outlook.com'],
      TimeToLive: 3600,
      AutodiscoverIsReady: true,
      SpfRecord: 'v=spf1 include:spf.protection.outlook.com -all',
      SpfIsReady: true,
    });
  });

  test('several records, none, and a name that nobody knows are told apart', async () => {
    const long = Array.from(
      { length: 60 },
      (_, index) => `--txt-record=many.com,verification=${index}-${'x'.repeat(80)}`,
    );
    await using server = await nameServer([
      '--local-ttl=7200',
      '--mx-host=many.com,mail.many.com,10',
      '--mx-host=many.com,many-com.mail.protection.outlook.com,5',
      ...long,
      '--txt-record=many.com,v=spf1 mx -all',
      '--local=/many.com/none.com/unknown.com/',
      '--txt-record=none.com,v=spf1 a -all',
      '--txt-record=none.com,v=spf1 mx -all',
    ]);
    await using organisation = embeddedOrganisation({ data: ':memory:' });
    const DomainName = ['many.com', 'none.com', 'unknown.com'];
    const [many, none, unknown] = await testMailRouting(connect(organisation), {
      DomainName,
      Resolver: server.address,
    });
    const hosts = ['many-com.mail.protection.outlook.com', 'mail.many.com'];
    expect(many).toMatchObject({ RoutesToCloud: false, MailExchangers: hosts, TimeToLive: 7200 });
    // The texts together do not fit into a datagram.
    expect(many).toMatchObject({ SpfRecord: 'v=spf1 mx -all', SpfIsReady: false, AutodiscoverTarget: null });
    expect(none!.NextSteps[0]).toMatch(/^There is no MX record/);
    expect(none!.NextSteps.at(-1)).toMatch(/^Make one SPF record of the 2/);
    expect(unknown!.NextSteps).toEqual([expect.stringMatching(/^DNS does not know unknown\.com/)]);
  });

  test('a name server that does not answer is told', async () => {
    await using organisation = embeddedOrganisation({ data: ':memory:' });
    const asked = testMailRouting(connect(organisation), { Resolver: `127.0.0.1:${await freePort()}` });
    await expect(asked).rejects.toMatchObject({ code: 'cloud.dnsFailed' });
  });
});
