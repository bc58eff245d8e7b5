import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { PipelineStopped, type StopState, waitUntil, wake } from './stop-flag.ts';

/** What waits without holding up a thread, by name: network, timers, services. Inputs and values can be cloned. */
export type Operations = Readonly<Record<string, (input: never, signal: AbortSignal) => AsyncIterable<unknown>>>;

/** The asynchronous world as synchronous code sees it: a call gives its values as they come. */
export interface AsyncWorld {
  call(operation: string, input: unknown, options?: CallOptions): Iterable<unknown>;
}

/** How long a call to the other thread may take. */
export interface CallOptions {
  /** Milliseconds after which the call ends with what has come until then. */
  readonly timeout?: number;
}

/** How many values may be under way before the other side waits for them to be taken. */
const window = 64;

/** After how many of them that is told: short calls need not tell it at all. */
const takenAtOnce = 16;

type Request =
  | { readonly kind: 'call'; readonly id: number; readonly operation: string; readonly input: unknown }
  | { readonly kind: 'taken'; readonly id: number; readonly count: number }
  | { readonly kind: 'cancel'; readonly id: number };

type Answer =
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly error: Failure };

/** The side that waits in `Atomics.wait`; a stop ends the call on the other side too. */
export function syncSide(port: MessagePort, state: StopState): AsyncWorld {
  const waiting = new Map<number, Answer[]>();
  let calls = 0;
  const receive = (): void => {
    for (let got = receiveMessageOnPort(port); got; got = receiveMessageOnPort(port)) {
      const answer = got.message as Answer;
      waiting.get(answer.id)?.push(answer);
    }
  };
  /** The next answer; none when the time is over. */
  const next = (id: number, end: number): Answer | undefined => {
    const answers = waiting.get(id)!;
    const hasAnswer = (): boolean => {
      if (answers.length === 0) receive();
      return answers.length > 0;
    };
    waitUntil(state, hasAnswer, end - performance.now());
    return answers.shift();
  };
  return {
    *call(operation, input, { timeout = Infinity } = {}) {
      const id = ++calls;
      const end = performance.now() + timeout;
      waiting.set(id, []);
      send(port, { kind: 'call', id, operation, input });
      let open = true;
      let count = 0;
      try {
        for (let answer = next(id, end); answer; answer = next(id, end)) {
          open = answer.kind === 'value';
          if (answer.kind === 'failed') throw errorOf(answer.error);
          if (answer.kind === 'done') return;
          if (++count % takenAtOnce === 0) send(port, { kind: 'taken', id, count: takenAtOnce });
          yield answer.value;
        }
      } finally {
        waiting.delete(id);
        if (open) send(port, { kind: 'cancel', id });
      }
    },
  };
}

/** The side with the event loop: carries out what the other asks for until the port is closed. */
export function serveOperations(port: MessagePort, state: StopState, operations: Operations): void {
  const running = new Map<number, Running>();
  port.on('message', (request: Request) => {
    if (request.kind === 'call') {
      const call = new Running(request.id);
      running.set(request.id, call);
      void answer(request, call).finally(() => running.delete(request.id));
    } else if (request.kind === 'taken') running.get(request.id)?.taken(request.count);
    else running.get(request.id)?.cancel();
  });
  port.once('close', () => running.forEach((call) => call.cancel()));
  const tell = (message: Answer): void => {
    port.postMessage(message);
    wake(state);
  };
  const answer = async ({ operation, input }: Request & { kind: 'call' }, call: Running): Promise<void> => {
    const { id, signal } = call;
    try {
      const run = operations[operation];
      if (!run) throw new Error(`There is no operation '${operation}'.`);
      for await (const value of run(input as never, signal)) {
        if (signal.aborted) return;
        tell({ kind: 'value', id, value });
        await call.room();
      }
      tell({ kind: 'done', id });
    } catch (error) {
      tell({ kind: 'failed', id, error: failureOf(error) });
    }
  };
}

/** One call on the answering side. */
class Running {
  readonly id: number;
  readonly #ended = new AbortController();
  readonly signal = this.#ended.signal;
  #underWay = 0;
  #onRoom: (() => void) | undefined;

  constructor(id: number) {
    this.id = id;
  }

  /** Resolves when another value may be sent. */
  async room(): Promise<void> {
    if (++this.#underWay < window) return;
    await new Promise<void>((resolve) => (this.#onRoom = resolve));
  }

  taken(count: number): void {
    this.#underWay -= count;
    this.#onRoom?.();
  }

  cancel(): void {
    this.#ended.abort(new PipelineStopped());
    this.#onRoom?.();
  }
}

const send = (port: MessagePort, request: Request): void => port.postMessage(request);

/** An error as it crosses: the clone of an Error keeps its message alone. */
interface Failure {
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error), facts: {} };
  const facts = Object.entries(error).filter(([, value]) => typeof value !== 'object' && typeof value !== 'function');
  return { message: error.message, facts: Object.fromEntries([['name', error.name], ...facts]) };
}

const errorOf = ({ message, facts }: Failure): Error => Object.assign(new Error(message), facts);
