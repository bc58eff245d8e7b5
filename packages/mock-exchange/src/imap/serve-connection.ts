import type { Socket } from 'node:net';
import { type ImapAuthority, serveImap } from '@cutover/imap';
import type { DoorContext } from '../doors/door.ts';
import { mockEvents } from '../events.ts';
import { limits } from '../limits.ts';
import { DisturbedSender } from '../mail/disturbed-sender.ts';
import { MailSocket } from '../mail/mail-socket.ts';
import { logOnToMailbox } from '../mail/open-mailbox.ts';
import type { NtlmAuthority } from '../ntlm/ntlm-acceptor.ts';
import { serverIdentityOf } from '../ntlm/server-identity.ts';
import type { Account } from '../organisation/account.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { streamTap } from '../tap/stream-tap.ts';
import type { World } from '../world.ts';
import { type ImapClient, observeCommands } from './command-observer.ts';
import { StoredImapMailbox } from './imap-mailbox.ts';
import { ntlmMechanism } from './ntlm-mechanism.ts';

const imapPort = 143;

/** Serves one connection of IMAP; `isEncrypted` says that there is nothing left to encrypt. */
export async function serveConnection(
  socket: Socket,
  { world, tls }: Pick<DoorContext, 'world' | 'tls'>,
  { isEncrypted }: { isEncrypted: boolean },
): Promise<void> {
  const mailSocket = new MailSocket(socket, { tap: streamTap(world.tap, imapPort), idleMs: limits.mailIdleMs });
  const sender = new DisturbedSender(mailSocket, world);
  const client: ImapClient = { account: undefined, mailbox: undefined };
  const connection = {
    input: mailSocket.input,
    send: (bytes: Uint8Array) => sender.send(bytes),
    ...(isEncrypted ? {} : { encrypt: () => mailSocket.encrypt(tls) }),
  };
  const { organisation } = world;
  try {
    await serveImap(connection, {
      identity: { product: productOf(world), hostName: organisation.server.name },
      authority: authorityFor(world, client),
      observer: observeCommands({ world, client, socket: mailSocket, sender }),
      messageSize: limits.messageSize,
    });
    mailSocket.end();
  } catch (error) {
    // A defect of the server costs one connection, not the process that it runs in.
    mockEvents.requestFailed.publish({ error });
    mailSocket.reset();
  }
}

const productOf = ({ profile }: World): string =>
  `Microsoft Exchange Server ${profile.name} IMAP4rev1 server version ${profile.version.join('.')}`;

function authorityFor(world: World, client: ImapClient): ImapAuthority {
  const enter = (account: Account, mailbox: Mailbox): StoredImapMailbox => {
    client.account = account;
    client.mailbox = mailbox.legacyExchangeDN;
    return new StoredImapMailbox(mailbox, { account, world });
  };
  return {
    logIn: (logOn, password) => {
      const session = logOnToMailbox(world, logOn, password);
      return session && enter(session.account, session.mailbox);
    },
    mechanisms: { NTLM: () => ntlmMechanism(world, ntlmAuthorityOf(world), enter) },
  };
}

const ntlmAuthorityOf = ({ organisation, random }: World): NtlmAuthority => ({
  accounts: organisation.accounts,
  identity: serverIdentityOf(organisation),
  random,
});
