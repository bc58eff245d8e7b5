import type { Socket } from 'node:net';
import { resetSocket } from '../http/reset-socket.ts';
import { findOwner } from '../mail/open-mailbox.ts';
import type { World } from '../world.ts';
import { smtpReply } from './smtp-reply.ts';

/** What of a session tells whose it is. */
interface Session {
  readonly id: string;
  readonly user?: string | undefined;
}

/** Whom a step brings mail for. */
interface Recipient {
  readonly address: string;
}

/** Holds the steps of SMTP against the faults. */
export class SmtpFaults {
  readonly #world: World;
  readonly #struck: (id: string) => void;
  readonly #sockets = new Map<string, Socket>();
  #last = 0;

  /** Holds them for a server; `struck` is told of each session whose command a fault answers. */
  constructor(world: World, struck: (id: string) => void) {
    this.#world = world;
    this.#struck = struck;
  }

  /** Takes note of a connection; gives the id that its session is to have. */
  remember(socket: Socket): string {
    const id = `smtp-${++this.#last}`;
    this.#sockets.set(id, socket);
    return id;
  }

  forget({ id }: Session): void {
    this.#sockets.delete(id);
  }

  /** Does what waits for this step, and for these recipients: later, not at all, or answered otherwise, which it throws. */
  async strike(name: string, { id, user }: Session, recipients: readonly Recipient[] = []): Promise<void> {
    const { injector, organisation, clock } = this.#world;
    const account = organisation.accounts.find(({ userName }) => userName === user);
    const mailbox = recipients.flatMap(({ address }) => findOwner(organisation, address)?.legacyExchangeDN ?? []);
    for (const effect of injector.strike({ place: 'smtp', name, account, mailbox })) {
      if (effect.kind === 'delay') await clock.sleep(effect.milliseconds);
      if (effect.kind === 'refuse') this.#refuse(id, effect);
      if (effect.kind === 'resetConnection') this.#reset(id);
    }
  }

  #refuse(id: string, { code = 451, text }: { code?: number; text: string }): never {
    this.#struck(id);
    throw smtpReply(code, text);
  }

  #reset(id: string): never {
    const socket = this.#sockets.get(id);
    if (socket !== undefined) resetSocket(socket);
    throw smtpReply(421, 'Connection reset');
  }
}
