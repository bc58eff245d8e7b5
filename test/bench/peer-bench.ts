import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { temporaryFolder } from '../support/rehearsal.ts';
import { type Dovecot, startDovecot } from './dovecot.ts';
import { type Owner, writeMaildirs } from './maildir.ts';
import { endedChildrenCpu, treeCpu } from './process-cpu.ts';
import { workloadS } from './workload.ts';

const run = promisify(execFile);

/** What a peer's first copy of the same mail took; processor time is that of client and servers. */
export interface PeerFigures {
  readonly name: string;
  readonly messages: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly cpuMilliseconds: number;
}

interface Peer {
  readonly name: string;
  readonly program: string;
  /** Arguments that copy one user's mail. */
  readonly arguments: (user: string, servers: Servers) => string[];
}

interface Servers {
  readonly source: Dovecot;
  readonly target: Dovecot;
  readonly state: string;
}

const peers: readonly Peer[] = [
  {
    name: 'doveadm backup (dsync, IMAP to Maildir)',
    program: 'doveadm',
    arguments: (user, { source, target }) => {
      const options = [
        'imapc_host=127.0.0.1',
        `imapc_port=${source.port}`,
        `imapc_user=${user}`,
        'imapc_password=pw',
        'imapc_features=rfc822.size fetch-headers',
        'mail_prefetch_count=20',
      ];
      const given = options.flatMap((option) => ['-o', option]);
      return ['-c', target.configuration, ...given, 'backup', '-R', '-u', user, 'imapc:'];
    },
  },
  {
    name: 'mbsync (IMAP to IMAP)',
    program: 'mbsync',
    arguments: (user, servers) => ['-c', mbsyncConfiguration(user, servers), '-a', '-q'],
  },
];

/** Runs the peers that are installed here over the same mail; none where there is no Dovecot or no right to run one. */
export async function benchPeers({ at }: { at: number }): Promise<PeerFigures[]> {
  if (process.getuid?.() !== 0 || !(await isInstalled('dovecot'))) return [];
  const owner: Owner = { uid: 8, gid: 8 };
  using folder = temporaryFolder('cutover-peers-');
  // Dovecot's own user must get through.
  chmodSync(folder.path, 0o755);
  const { users, bytes } = writeMaildirs(join(folder.path, 'source-mail'), workloadS, owner);
  const figures: PeerFigures[] = [];
  for (const [index, peer] of peers.entries()) {
    if (!(await isInstalled(peer.program))) continue;
    const place = join(folder.path, `peer${index}`);
    const of = (name: string, mail: string) => startDovecot({ folder: join(place, name), mail, owner });
    await using source = await of('source', join(folder.path, 'source-mail'));
    await using target = await of('target', join(place, 'target-mail'));
    const servers = { source, target, state: join(place, 'state') };
    const taken = await measure(peer, { users, servers, at });
    const messages = countMail(join(place, 'target-mail'));
    if (messages !== workloadS.mailboxes * workloadS.messages) throw new Error(`${peer.name} copied ${messages}`);
    figures.push({ name: peer.name, messages, bytes, ...taken });
  }
  return figures;
}

async function measure(
  peer: Peer,
  { users, servers, at }: { users: readonly string[]; servers: Servers; at: number },
): Promise<{ seconds: number; cpuMilliseconds: number }> {
  mkdirSync(servers.state, { recursive: true });
  const commands = users.map((user) => peer.arguments(user, servers));
  const cpu = (): number => endedChildrenCpu() + treeCpu(servers.source.pid) + treeCpu(servers.target.pid);
  const before = cpu();
  const started = performance.now();
  const queue = commands.values();
  const worker = async (): Promise<void> => {
    for (const command of queue) await run(peer.program, command, { env: { ...process.env, HOME: servers.state } });
  };
  await Promise.all(Array.from({ length: at }, worker));
  return { seconds: (performance.now() - started) / 1000, cpuMilliseconds: cpu() - before };
}

function mbsyncConfiguration(user: string, { source, target, state }: Servers): string {
  const folder = join(state, user);
  mkdirSync(folder, { recursive: true });
  const account = (name: string, { port }: Dovecot): string =>
    `IMAPAccount ${name}\nHost 127.0.0.1\nPort ${port}\nUser ${user}\nPass pw\nAuthMechs LOGIN\nSSLType None\n\nIMAPStore ${name}\nAccount ${name}\n\n`;
  const channel = `Channel c\nFar :s:\nNear :d:\nPatterns *\nCreate Near\nSync Pull\nCopyArrivalDate yes\nSyncState ${folder}/\n`;
  const path = join(folder, 'mbsyncrc');
  writeFileSync(path, account('s', source) + account('d', target) + channel);
  return path;
}

const isInstalled = (program: string): Promise<boolean> =>
  run('which', [program]).then(
    () => true,
    () => false,
  );

const countMail = (root: string): number =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /\/(cur|new)\/[^/]+$/.test(path)).length;
