import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Owner } from './maildir.ts';

/** A private Dovecot on loopback; every user's password is `pw`. */
export interface Dovecot extends AsyncDisposable {
  readonly port: number;
  readonly configuration: string;
  readonly pid: number;
}

/** Starts a Dovecot that keeps its mail in `mail` and everything else in `folder`. */
export async function startDovecot(options: { folder: string; mail: string; owner: Owner }): Promise<Dovecot> {
  const { folder, mail, owner } = options;
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  mkdirSync(mail, { recursive: true });
  chownSync(mail, owner.uid, owner.gid);
  const port = await freePort();
  const configuration = join(folder, 'dovecot.conf');
  writeFileSync(configuration, configurationOf({ folder, mail, owner, port }));
  const child = spawn('dovecot', ['-F', '-c', configuration], { stdio: ['ignore', 'inherit', 'inherit'] });
  await untilItListens(port);
  return {
    port,
    configuration,
    pid: child.pid!,
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}

const configurationOf = ({
  folder,
  mail,
  owner,
  port,
}: {
  folder: string;
  mail: string;
  owner: Owner;
  port: number;
}) => `
base_dir = ${folder}/base
state_dir = ${folder}/state
instance_name = ${folder.replaceAll('/', '-')}
protocols = imap
listen = 127.0.0.1
log_path = ${folder}/dovecot.log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
first_valid_uid = ${owner.uid}
first_valid_gid = ${owner.gid}
mail_uid = ${owner.uid}
mail_gid = ${owner.gid}
mail_home = ${mail}/%u
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
namespace inbox {
  inbox = yes
  separator = .
}
passdb {
  driver = static
  args = password=pw
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${mail}/%u
}
service imap-login {
  process_min_avail = 2
  service_count = 0
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function untilItListens(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const socket = connect(port, '127.0.0.1');
    const listens = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (listens) return;
    await delay(100);
  }
  throw new Error('dovecot does not listen');
}
