import type { Clock, Random } from '@cutover/base';
import { formatGuid } from '@cutover/wire';
import type { Mailbox } from '../store/mailbox.ts';
import type { DavResource } from './dav-resource.ts';

/** A write lock on a resource. RFC 2518 6 */
export interface DavLock {
  readonly token: string;
  readonly scope: 'exclusive' | 'shared';
  /** What the client says of itself, as text. */
  readonly owner: string;
  readonly isDeep: boolean;
  readonly seconds: number;
  readonly expiresAt: number;
}

interface Held extends DavLock {
  readonly href: string;
  readonly mailbox: Mailbox;
}

type NewLock = Pick<DavLock, 'scope' | 'owner' | 'isDeep' | 'seconds'>;

/** The locks that clients hold, until they or the time end them. */
export class Locks {
  readonly #clock: Clock;
  readonly #random: Random;
  #held: Held[] = [];

  constructor({ clock, random }: { clock: Clock; random: Random }) {
    this.#clock = clock;
    this.#random = random;
  }

  /** Those on a resource itself or on a folder above it, with all that it holds. */
  on({ href, mailbox }: DavResource): readonly DavLock[] {
    const now = this.#clock.now();
    this.#held = this.#held.filter(({ expiresAt }) => expiresAt > now);
    // After a reset the mailbox is another one.
    return this.#held.filter(
      (lock) => lock.mailbox === mailbox && (lock.href === href || (lock.isDeep && href.startsWith(lock.href))),
    );
  }

  /** Undefined where somebody else's lock does not go together with it. */
  add(resource: DavResource, wanted: NewLock): DavLock | undefined {
    const others = this.on(resource);
    if (others.some(({ scope }) => scope === 'exclusive' || wanted.scope === 'exclusive')) return undefined;
    const { href, mailbox } = resource;
    const token = `opaquelocktoken:${formatGuid(this.#random.bytes(16)).toUpperCase()}`;
    const lock = { ...wanted, token, href, mailbox, expiresAt: this.#clock.now() + wanted.seconds * 1000 };
    this.#held.push(lock);
    return lock;
  }

  /** Lets a lock live on; undefined for one that is not there. */
  refresh(resource: DavResource, token: string, seconds: number): DavLock | undefined {
    if (!this.on(resource).some((lock) => lock.token === token)) return undefined;
    const expiresAt = this.#clock.now() + seconds * 1000;
    this.#held = this.#held.map((lock) => (lock.token === token ? { ...lock, seconds, expiresAt } : lock));
    return this.#held.find((lock) => lock.token === token);
  }

  /** Whether the lock was there. */
  remove(resource: DavResource, token: string): boolean {
    const isThere = this.on(resource).some((lock) => lock.token === token);
    if (isThere) this.#held = this.#held.filter((lock) => lock.token !== token);
    return isThere;
  }
}
