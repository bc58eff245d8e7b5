import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { Collector } from '../../runtime/engine/output.ts';
import type { Session } from '../../runtime/engine/session.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import type { ScriptBlock } from '../../runtime/values/script-block.ts';
import { callBlockInScope } from '../run-block.ts';
import { now } from '../time/now.ts';

/** What a script says of an event. */
export interface EventFacts {
  readonly source: string;
  readonly sender: unknown;
  readonly args: readonly unknown[];
  readonly message: unknown;
}

export interface Subscriber {
  readonly id: number;
  readonly source: string;
  readonly action: ScriptBlock | undefined;
  readonly message: unknown;
  /** How often it still is called. */
  left: number;
}

const typeName = (name: string): readonly string[] => [`System.Management.Automation.${name}`, 'System.Object'];
export const sameText = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** The events of a session that nobody has taken, and who waits for which. Source: PSLocalEventManager. */
export class EventQueue {
  readonly #session: Session;
  #events: { readonly id: number; readonly source: string; readonly value: CustomObject }[] = [];
  #subscribers: Subscriber[] = [];
  #lastEvent = 0;
  #lastSubscriber = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  get events(): readonly { readonly id: number; readonly source: string; readonly value: CustomObject }[] {
    return this.#events;
  }

  get subscribers(): readonly Subscriber[] {
    return this.#subscribers;
  }

  subscribe({ source, action, message, left }: Omit<Subscriber, 'id'>): Subscriber {
    const made: Subscriber = { id: ++this.#lastSubscriber, source, action, message, left };
    this.#subscribers.push(made);
    return made;
  }

  unsubscribe(gone: readonly Subscriber[]): void {
    this.#subscribers = this.#subscribers.filter((each) => !gone.includes(each));
  }

  remove(ids: ReadonlySet<number>): void {
    this.#events = this.#events.filter(({ id }) => !ids.has(id));
  }

  /** An event is for the actions of its source; without one it waits for somebody to take it. */
  raise(context: CommandContext, facts: EventFacts): CustomObject {
    const id = ++this.#lastEvent;
    const value = eventObject(id, facts, now(this.#session));
    const waiting = this.#subscribers.filter(({ source }) => sameText(source, facts.source));
    const actions = waiting.filter(({ action }) => action);
    for (const subscriber of actions) this.#act(context, subscriber, { facts, value });
    if (actions.length === 0) this.#events.push({ id, source: facts.source, value });
    for (const subscriber of waiting) subscriber.left--;
    this.unsubscribe(waiting.filter(({ left }) => left === 0));
    return value;
  }

  #act(context: CommandContext, subscriber: Subscriber, { facts, value }: Raised): void {
    const { sender, args, message } = facts;
    value.setNote('MessageData', message ?? subscriber.message);
    callBlockInScope(context, subscriber.action!, {
      out: new Collector(),
      args,
      variables: {
        Event: value,
        EventSubscriber: subscriberObject(subscriber),
        Sender: sender,
        EventArgs: args[0] ?? null,
      },
      ownScope: true,
    });
  }
}

interface Raised {
  readonly facts: EventFacts;
  readonly value: CustomObject;
}

const eventObject = (id: number, { source, sender, args, message }: EventFacts, time: unknown): CustomObject =>
  new CustomObject(typeName('PSEventArgs'))
    .setNote('ComputerName', null)
    .setNote('EventIdentifier', id)
    .setNote('Sender', sender)
    .setNote('SourceEventArgs', null)
    .setNote('SourceArgs', [...args])
    .setNote('SourceIdentifier', source)
    .setNote('TimeGenerated', time)
    .setNote('MessageData', message);

export const subscriberObject = ({ id, source, action }: Subscriber): CustomObject =>
  new CustomObject(typeName('PSEventSubscriber'))
    .setNote('SubscriptionId', id)
    .setNote('SourceObject', null)
    .setNote('EventName', null)
    .setNote('SourceIdentifier', source)
    .setNote('Action', action ?? null)
    .setNote('SupportEvent', false)
    .setNote('ForwardEvent', false);

const queues = new WeakMap<Session, EventQueue>();

export function eventsOf(session: Session): EventQueue {
  const queue = queues.get(session) ?? new EventQueue(session);
  queues.set(session, queue);
  return queue;
}
