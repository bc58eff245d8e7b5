import type { Listener } from '../http/front-end.ts';
import type { Door, DoorContext } from './door.ts';
import type { DoorScheme, DoorUrls } from './door-names.ts';
import { doors } from './doors.ts';

/** The doors of a running server. */
export interface OpenDoors {
  /** URLs by their scheme, e.g. `https://127.0.0.1:50443`. */
  readonly urls: DoorUrls;
  /** Drops the connections that go on with what they saw when they began. */
  drop(): void;
  /** Stops listening everywhere and drops every connection. */
  close(): Promise<void>;
}

/** Opens the doors that the options ask for: all of them, or none. */
export async function openDoors(context: DoorContext, wanted: readonly Door[] = doors): Promise<OpenDoors> {
  await using opened = new AsyncDisposableStack();
  const urls: Partial<Record<DoorScheme, string>> = {};
  const sessions: Listener[] = [];
  for (const door of wanted) {
    const listener = await door.open(context);
    if (listener === undefined) continue;
    opened.defer(() => listener.close());
    if (door.hasSessions) sessions.push(listener);
    urls[door.scheme] = urlOf(door.protocol ?? door.scheme, context.host, listener.port);
  }
  const kept = opened.move();
  return {
    urls,
    drop: () => {
      for (const listener of sessions) listener.drop?.();
    },
    close: () => kept.disposeAsync(),
  };
}

const urlOf = (scheme: string, host: string, port: number): string =>
  `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;
