import { errors } from '../errors.ts';
import { ContentsReader } from './contents-reader.ts';
import type { ContentsChange, ContentsSync } from './contents-sync.ts';
import type { Replicas } from './object-id.ts';
import { StateTracker } from './state-tracker.ts';
import type { SyncState } from './sync-state.ts';
import type { SyncStream } from './sync-stream.ts';

/** How a sync is begun, and what is to be told when it is over. */
export interface ContentsSyncPort {
  begin(): Promise<{ stream: SyncStream; end: () => void }>;
}

/** A contents sync that begins with the first pull. */
export class StoreContentsSync implements ContentsSync {
  readonly #replicas: Replicas;
  readonly #tracker: StateTracker;
  readonly #port: ContentsSyncPort;
  #reader: ContentsReader | undefined;
  #end: (() => void) | undefined;
  #failure: unknown;
  #closed = false;

  constructor(replicas: Replicas, state: SyncState | undefined, port: ContentsSyncPort) {
    this.#replicas = replicas;
    this.#tracker = new StateTracker(state, replicas);
    this.#port = port;
  }

  get state(): SyncState | undefined {
    return this.#reader?.state;
  }

  checkpoint(): SyncState {
    return this.state ?? this.#tracker.state();
  }

  async next(): Promise<ContentsChange | undefined> {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.state) return undefined;
    if (this.#closed) throw errors.closed({ what: 'sync' });
    try {
      this.#reader ??= await this.#begin();
      const change = await this.#reader.next();
      if (!change) await this.close();
      return change;
    } catch (error) {
      this.#failure = error;
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#end?.();
    this.#end = undefined;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ContentsChange> {
    try {
      for (let change = await this.next(); change; change = await this.next()) yield change;
    } finally {
      await this.close();
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #begin(): Promise<ContentsReader> {
    const { stream, end } = await this.#port.begin();
    this.#end = end;
    return new ContentsReader(stream, this.#replicas, this.#tracker);
  }
}
