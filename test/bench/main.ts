import { benchCopy, type CopyFigures, type Transport } from './copy-bench.ts';
import { benchParse, type ParseFigure } from './parse-bench.ts';
import { benchOrganisation, type OrganisationFigures } from './organisation-bench.ts';
import { benchMockServer, printMockServer } from './mock-server-bench.ts';
import { benchSessions, printSessions } from './mock-sessions-bench.ts';
import { benchTransfer, printTransfer } from './mock-transfer-bench.ts';
import { benchPeers } from './peer-bench.ts';
import { printOrganisation } from './print-organisation.ts';
import { printShell } from './print-shell.ts';
import { benchShell, type ShellFigure } from './shell-bench.ts';
import { benchShellStart } from './shell-start-bench.ts';
import { benchStart } from './start-bench.ts';
import { ratio, table } from './table.ts';

const goal = { cpuMillisecondsAMessage: 1.2, peakMegabytes: 200 };
const transport: Transport = process.argv.includes('--tls') ? 'https' : 'http';
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);

if (process.argv.includes('parse')) {
  printParsing(await benchParse());
  process.exit();
}

if (process.argv.includes('shell')) {
  const only = process.argv[process.argv.indexOf('shell') + 1];
  for await (const line of printShell(shellFigures(only))) console.log(line);
  process.exit();
}

if (process.argv.includes('mock')) {
  console.log(printMockServer(benchMockServer()));
  console.log(printTransfer(await benchTransfer()));
  process.exit();
}

if (process.argv.includes('sessions')) {
  const [sessions = 300, seconds = 60] = sizes;
  console.log(printSessions(await benchSessions({ sessions, seconds })));
  process.exit();
}

if (process.argv.includes('organisation')) {
  const figures: OrganisationFigures[] = [];
  for (const mailboxes of sizes.length > 0 ? sizes : [100, 300, 1000]) figures.push(await benchOrganisation(mailboxes));
  console.log(printOrganisation(figures));
  process.exit();
}

for (const at of sizes.length > 0 ? sizes : [3, 10]) {
  const copy = await benchCopy({ at, transport });
  printFirst(copy, at);
  const peers = await benchPeers({ at });
  if (peers.length === 0) console.log('No peer: that takes Dovecot (doveadm, mbsync) and a root that may start it.\n');
  for (const peer of peers) {
    console.log(
      table([
        [`${peer.name}, ${at} at once`, ''],
        ['wall', `${peer.seconds.toFixed(1)} s, ${(peer.messages / peer.seconds).toFixed(0)} messages/s`],
        ['CPU a message', `${(peer.cpuMilliseconds / peer.messages).toFixed(2)} ms, servers and client`],
        [
          'cutover takes',
          `${ratio(copy.first.seconds, peer.seconds)} of its time, ${ratio(copy.first.cpuMilliseconds / copy.messages, peer.cpuMilliseconds / peer.messages)} of its CPU a message`,
        ],
      ]),
    );
  }
  printSecond(copy);
}

const { own, bare } = await benchStart();
console.log(
  table([
    ['Start', ''],
    ['cutover -Version', `${own.toFixed(0)} ms (least of several runs)`],
    ['node -e 0', `${bare.toFixed(0)} ms, so ${ratio(own, bare)}`],
  ]),
);

printParsing(await benchParse());
console.log(printMockServer(benchMockServer()));
console.log(printTransfer(await benchTransfer()));
console.log(printSessions(await benchSessions()));
for await (const line of printShell(shellFigures())) console.log(line);

async function* shellFigures(only?: string): AsyncGenerator<ShellFigure> {
  if (only === undefined || only === 'start') yield* benchShellStart();
  yield* benchShell(only);
}

function printParsing([own, ...others]: readonly ParseFigure[]): void {
  const rows = others.map(({ name, megabytesPerSecond }): [string, string] => [
    name,
    `${megabytesPerSecond.toFixed(2)} MB/s, so cutover is ${ratio(own!.megabytesPerSecond, megabytesPerSecond)} as fast`,
  ]);
  console.log(
    table([
      ['Parsing of PowerShell, in megabytes a second of CPU', ''],
      [own!.name, `${own!.megabytesPerSecond.toFixed(2)} MB/s`],
      ...rows,
    ]),
  );
}

function printFirst({ messages, bytes, fileBytes, first }: CopyFigures, at: number): void {
  const perMessage = first.cpuMilliseconds / messages;
  const megabytes = bytes / 1e6;
  console.log(
    table([
      [`First copy over ${transport}, ${at} mailboxes at once, target on disk`, ''],
      ['amount', `${messages} messages, ${megabytes.toFixed(0)} MB; database ${(fileBytes / 1e6).toFixed(0)} MB`],
      [
        'wall',
        `${first.seconds.toFixed(1)} s, ${(messages / first.seconds).toFixed(0)} messages/s, ${(megabytes / first.seconds).toFixed(0)} MB/s`,
      ],
      [
        'CPU a message',
        `${perMessage.toFixed(2)} ms, both processes (migrating ${(first.migratingCpuMilliseconds / messages).toFixed(2)} ms); ${ratio(perMessage, goal.cpuMillisecondsAMessage)} of the goal`,
      ],
      [
        'peak memory',
        `${first.peakMegabytes.toFixed(0)} MB, migrating process; ${ratio(first.peakMegabytes, goal.peakMegabytes)} of the goal`,
      ],
      ['calls', `${first.calls} of the information store`],
    ]),
  );
}

function printSecond({ second, folders }: CopyFigures): void {
  console.log(
    table([
      ['Second pass, nothing changed', ''],
      ['wall', `${second.seconds.toFixed(2)} s, CPU of both ${second.cpuMilliseconds.toFixed(0)} ms`],
      ['calls', `${second.calls} for ${folders} folders: ${(second.calls / folders).toFixed(2)} a folder`],
    ]),
  );
}
