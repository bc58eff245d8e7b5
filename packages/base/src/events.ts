import { channel, type Channel } from 'node:diagnostics_channel';

// A value under such a name never leaves the process, whatever it is.
const secretName = /password|secret|credential|token|authorization|proof|session.?key/i;
const hidden = '(hidden)';

/** A copy of `value` in which everything under a secret's name is replaced; cycles and depth are cut. */
export function redact(value: unknown, depth = 8): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.map((element) => redact(element, depth - 1));
  if (ArrayBuffer.isView(value)) return `(${value.byteLength} bytes)`;
  if (value instanceof Date) return value;
  if (value instanceof Error) return { name: value.name, message: value.message };
  const entries = Object.entries(value).map(([name, element]) => [
    name,
    secretName.test(name) ? hidden : redact(element, depth - 1),
  ]);
  return Object.fromEntries(entries);
}

/** Publishes one kind of structured event; costs next to nothing while nobody listens. */
export interface EventTopic<T extends object> {
  readonly channel: Channel;
  /** Whether anybody listens; ask before an expensive event is put together. */
  readonly active: boolean;
  /** Tells whoever listens; nobody, as a rule. */
  publish(event: T): void;
}

/** Declares the event `cutover:<name>` on node:diagnostics_channel; what is published goes through `redact`. */
export function defineEvent<T extends object>(name: string): EventTopic<T> {
  const source = channel(`cutover:${name}`);
  return {
    channel: source,
    get active() {
      return source.hasSubscribers;
    },
    publish: (event) => {
      if (source.hasSubscribers) source.publish(redact(event));
    },
  };
}
