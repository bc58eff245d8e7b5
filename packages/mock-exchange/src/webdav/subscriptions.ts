import { createSocket } from 'node:dgram';
import type { Clock } from '@cutover/base';
import type { Mailbox } from '../store/mailbox.ts';
import type { ChangedObject, MailboxChange } from '../store/mailbox-change.ts';
import type { DavResource } from './dav-resource.ts';

/** What a client wants to be told of; Depth 1 is that of a folder and what it holds. */
export interface WantedEvents {
  readonly type: string;
  readonly depth: 0 | 1;
}

/** Where NOTIFY goes by UDP. */
export interface CallBack {
  readonly url: string;
  readonly host: string;
  readonly port: number;
}

interface NewSubscription {
  readonly resource: DavResource;
  readonly wanted: WantedEvents;
  readonly lifetimeMs: number;
  readonly callBack: CallBack | undefined;
}

/** One resource that a client watches. */
export interface Subscription {
  readonly id: string;
  readonly href: string;
  readonly mailbox: Mailbox;
  readonly lifetimeMs: number;
  /** Whether something has happened that POLL has not told yet. */
  hasFired: boolean;
  expiresAt: number;
  stop(): void;
}

type Meets = (change: MailboxChange, resource: DavResource) => boolean;

const newMail = 'pragma/<http://schemas.microsoft.com/exchange/newmail>';

const holds = ({ folder, message }: DavResource, { folderId }: ChangedObject): boolean =>
  message === undefined && folder.id === folderId;

const isItself = ({ folder, message }: DavResource, { messageId, subfolderId }: ChangedObject): boolean =>
  message === undefined ? subfolderId === folder.id : messageId === message.id;

const concerns = (resource: DavResource, change: MailboxChange, depth: 0 | 1): boolean =>
  [change.object, ...('from' in change ? [change.from] : [])].some(
    (object) => isItself(resource, object) || (depth === 1 && holds(resource, object)),
  );

/** What comes besides another change. */
const isBesides: ReadonlySet<MailboxChange['kind']> = new Set(['newMail', 'searchComplete']);

/** What Notification-Type may say. Source: ximian-connector, docs/subscriptions; Exchange 2003 SDK, Notification-Type. */
const meetsBy: Readonly<Record<string, (depth: 0 | 1) => Meets>> = {
  update: (depth) => (change, resource) => !isBesides.has(change.kind) && concerns(resource, change, depth),
  'update/newmember': () => (change, resource) =>
    (change.kind === 'created' || change.kind === 'moved' || change.kind === 'copied') &&
    holds(resource, change.object),
  delete: (depth) => (change, resource) => change.kind === 'deleted' && concerns(resource, change, depth),
  move: (depth) => (change, resource) => change.kind === 'moved' && concerns(resource, change, depth),
  [newMail]:
    () =>
    ({ kind }) =>
      kind === 'newMail',
};

export const isKnownType = (type: string): boolean => Object.hasOwn(meetsBy, type);

/** What clients watch, until they or the time end it. */
export class Subscriptions {
  readonly #clock: Clock;
  readonly #byId = new Map<string, Subscription>();
  #last = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add({ resource, wanted, lifetimeMs, callBack }: NewSubscription): Subscription {
    const id = String(++this.#last);
    const meets = meetsBy[wanted.type]!(wanted.depth);
    const stop = resource.mailbox.watch((change) => {
      if (!meets(change, resource)) return;
      if (!subscription.hasFired && callBack !== undefined) notify(callBack, id);
      subscription.hasFired = true;
    });
    const expiresAt = this.#clock.now() + lifetimeMs;
    const { href, mailbox } = resource;
    const subscription: Subscription = { id, href, mailbox, lifetimeMs, hasFired: false, expiresAt, stop };
    this.#byId.set(id, subscription);
    return subscription;
  }

  /** The subscription to this resource, which lives on; undefined for one that is over or another's. */
  renew(id: string, { href, mailbox }: DavResource): Subscription | undefined {
    const found = this.#byId.get(id);
    if (found === undefined || found.href !== href) return undefined;
    // After a reset the mailbox is another one.
    if (found.mailbox !== mailbox || found.expiresAt <= this.#clock.now()) {
      this.end(found);
      return undefined;
    }
    found.expiresAt = this.#clock.now() + found.lifetimeMs;
    return found;
  }

  end(subscription: Subscription): void {
    subscription.stop();
    this.#byId.delete(subscription.id);
  }
}

/** Tells a client by HTTP over UDP that something has happened, as one packet that nobody answers. draft-goland-http-udp */
function notify({ url, host, port }: CallBack, id: string): void {
  const socket = createSocket('udp4');
  socket.on('error', () => socket.close());
  socket.send(`NOTIFY ${url} HTTP/1.1\r\nSubscription-ID: ${id}\r\n\r\n`, port, host, () => socket.close());
}
