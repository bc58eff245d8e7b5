import type { Socket } from 'node:net';
import { resetSocket } from '../http/reset-socket.ts';
import type { World } from '../world.ts';
import { smtpReply } from './smtp-reply.ts';

/** What of a session tells whose it is. */
interface Session {
  readonly id: string;
  readonly user?: string | undefined;
}

/** Holds the steps of SMTP against the faults. */
export class SmtpFaults {
  readonly #world: World;
  readonly #sockets = new Map<string, Socket>();
  #last = 0;

  constructor(world: World) {
    this.#world = world;
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

  /** Does what waits for this step: later, not at all, or answered otherwise, which it throws. */
  async strike(name: string, { id, user }: Session): Promise<void> {
    const { injector, organisation, clock } = this.#world;
    const account = organisation.accounts.find(({ userName }) => userName === user);
    for (const effect of injector.strike({ place: 'smtp', name, account })) {
      if (effect.kind === 'delay') await clock.sleep(effect.milliseconds);
      if (effect.kind === 'refuse') throw smtpReply(effect.code ?? 451, effect.text);
      if (effect.kind === 'resetConnection') this.#reset(id);
    }
  }

  #reset(id: string): never {
    const socket = this.#sockets.get(id);
    if (socket !== undefined) resetSocket(socket);
    throw smtpReply(421, 'Connection reset');
  }
}
