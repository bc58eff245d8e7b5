import type { ImapCommand, ImapObserver, ImapVerdict } from '@cutover/imap';
import { redact } from '@cutover/base';
import type { FaultEffect } from '../faults/fault.ts';
import type { MailSocket } from '../mail/mail-socket.ts';
import type { Account } from '../organisation/account.ts';
import type { World } from '../world.ts';
import type { DisturbedSender } from '../mail/disturbed-sender.ts';

/** Who works on a connection, as far as it is known. */
export interface ImapClient {
  account: Account | undefined;
  /** legacyExchangeDN. */
  mailbox: string | undefined;
}

interface Watched {
  readonly world: World;
  readonly client: ImapClient;
  readonly socket: MailSocket;
  readonly sender: DisturbedSender;
}

/** Holds each command against the faults, and keeps it in the journal with its answer. */
export function observeCommands({ world, client, socket, sender }: Watched): ImapObserver {
  const { injector, journal, clock } = world;
  return {
    began: async ({ name }) => {
      const { account, mailbox } = client;
      const effects = injector.strike({ place: 'imap', name, account, mailbox });
      for (const effect of effects) if (effect.kind === 'delay') await clock.sleep(effect.milliseconds);
      if (effects.some(({ kind }) => kind === 'resetConnection')) socket.reset();
      sender.disturb(effects);
      return verdictOf(effects);
    },
    ended: (command, { status, text }) => {
      const { account, mailbox } = client;
      const { name, args, isKnown } = command;
      const request = redact(withoutBytes(args));
      const answer = `${status} ${text}`;
      const isUnexpected = !isKnown || status === 'BAD';
      const about = { account: account?.userName, mailbox, isUnexpected };
      journal?.record({ kind: 'imap', command: name, request, answer, ...about });
    },
  };
}

function verdictOf(effects: readonly FaultEffect[]): ImapVerdict | undefined {
  const refusal = effects.find((effect) => effect.kind === 'refuse');
  return refusal && { status: 'NO', text: refusal.text };
}

/** Of a message that is appended its size; messages are many and long. */
const withoutBytes = (args: ImapCommand['args']): unknown =>
  typeof args === 'object' && args !== null && 'bytes' in args && args.bytes instanceof Uint8Array
    ? { ...args, bytes: args.bytes.length }
    : args;
