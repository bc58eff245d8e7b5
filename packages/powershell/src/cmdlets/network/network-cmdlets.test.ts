import { expect, test } from 'vitest';
import type { EchoReply, EchoRequest, Network } from '../../host/network.ts';
import { createRunspace } from '../../runtime/runspace.ts';

/** A network of a router and a server behind it, with packets of 1,500 bytes. */
function run(script: string, echo?: (request: EchoRequest) => EchoReply): string {
  const network: Network = {
    request: () => [],
    resolve: ({ name, type, servers }) => {
      if (type === 'PTR') return name === '9.2.0.192.in-addr.arpa' ? [{ NameHost: 'server.example' }] : [];
      if (name !== 'server' || type !== 'A') throw new Error('ENOTFOUND');
      return [{ Name: name, Type: 'A', IPAddress: servers?.[0] ?? '192.0.2.9' }];
    },
    probe: ({ port }) => ({ connected: port === 80, address: '', milliseconds: 3.4, failure: 'ECONNREFUSED' }),
    ...(echo && { echo }),
  };
  let text = '';
  const write = (part: string): void => void (text += part);
  const host = { write, writeError: write, width: 110, sleep: () => undefined };
  createRunspace({ host, capabilities: { network } }).invoke(script);
  return text.trim();
}

const behindRouter = ({ hops, size, address }: EchoRequest): EchoReply => {
  if (hops < 2) return { status: 'TtlExpired', address: '192.0.2.1', milliseconds: 0 };
  if (size > 1472) return { status: 'PacketTooBig', address: '', milliseconds: 0 };
  return { status: 'Success', address, milliseconds: 1.6 };
};

const silent = (): EchoReply => ({ status: 'TimedOut', address: '', milliseconds: 0 });
const lines = (text: string): string[] => text.split('\n').map((line) => line.trimEnd());

test('four requests go out and each answer is an object', () => {
  const script =
    '$r = Test-Connection server; $r.Count; $r[0].Status -is [Net.NetworkInformation.IPStatus]; $r.Ping -join " "';
  expect(run(script, behindRouter)).toBe('4\nTrue\n1 2 3 4');
});

test('the table of answers is that of the original', () => {
  const shown = run(`Test-Connection 192.0.2.9 -Count 2 -BufferSize 64 | % { $_.Source = 'here'; $_ }`, behindRouter);
  expect(lines(shown)).toEqual([
    'Destination: 192.0.2.9',
    '',
    'Ping Source           Address                   Latency BufferSize Status',
    '                                                   (ms)        (B)',
    '---- ------           -------                   ------- ---------- ------',
    '   1 here             192.0.2.9                       2         64 Success',
    '   2 here             192.0.2.9                       2         64 Success',
  ]);
});

test.each([
  ['server -Quiet', 'True'],
  ['server, nobody -Quiet -Count 1', 'True\nFalse'],
  ['server -MtuSize -Quiet', '1472'],
  ['server -Traceroute -Quiet', 'True'],
  ['server -TcpPort 80', 'True'],
  ['server -TcpPort 81', 'False'],
])('Test-Connection %s', (parameters, text) => {
  expect(run(`Test-Connection ${parameters}`, behindRouter)).toBe(text);
});

test.each([
  ['nobody', "Testing connection to computer 'nobody' failed: Cannot resolve the target name."],
  ['server -IPv6', "Testing connection to computer 'server' failed: Target IPv4/IPv6 address absent."],
  ['server -Traceroute -MaxHops 1', 'Number of hops required to reach host exceeds MaxHops (1).'],
])('Test-Connection %s is an error', (parameters, text) => {
  const shown = run(
    `Test-Connection ${parameters} -ErrorAction SilentlyContinue -ErrorVariable e | Out-Null; "$e"`,
    behindRouter,
  );
  expect(shown).toContain(text);
});

test('who does not answer shows as a star, and is not there for a quiet test', () => {
  expect(run('$r = Test-Connection server -Count 1; $r.DisplayAddress; $r.Status; $null -eq $r.Address', silent)).toBe(
    '*\nTimedOut\nTrue',
  );
  expect(run('Test-Connection server -Count 2 -Quiet', silent)).toBe('False');
});

test('the way leads over the router', () => {
  const script = `Test-Connection server -Traceroute -ResolveDestination | % { "$($_.Hop) $($_.Hostname) $($_.Ping) $($_.Status) $($_.Target)" }`;
  expect(lines(run(script, behindRouter))).toEqual([
    ...[1, 2, 3].map((ping) => `1 192.0.2.1 ${ping} TtlExpired server.example`),
    ...[1, 2, 3].map((ping) => `2 server.example ${ping} Success server.example`),
  ]);
});

test('a port is told in detail', () => {
  const script = `Test-Connection server -TcpPort 81 -Detailed -Count 2 | % { $_.Id, $_.Target, $_.TargetAddress, $_.Port, $_.Connected, $_.Status -join ' ' }`;
  expect(lines(run(script))).toEqual([
    '1 server 192.0.2.9 81 False ConnectionRefused',
    '2 server 192.0.2.9 81 False ConnectionRefused',
  ]);
});

test('a session without echo requests says so', () => {
  expect(run('Test-Connection server')).toContain('has not been given access to echo requests');
});

test('Test-NetConnection pings, traces and looks at ports', () => {
  expect(run('$r = Test-NetConnection server -TraceRoute; $r.PingSucceeded; $r.TraceRoute', behindRouter)).toBe(
    'True\n192.0.2.1\n192.0.2.9',
  );
  expect(run('tnc server -CommonTCPPort HTTP -InformationLevel Quiet')).toBe('True');
  expect(run('(tnc server -Port 25).TcpTestSucceeded')).toBe('WARNING: TCP connect to (192.0.2.9 : 25) failed\nFalse');
  expect(run('tnc server -InformationLevel Quiet', silent)).toBe(
    'WARNING: Ping to 192.0.2.9 failed with status: TimedOut\nFalse',
  );
});

test('another name server can be asked', () => {
  expect(run('(Resolve-DnsName server -Server 192.0.2.53).IPAddress')).toBe('192.0.2.53');
});
