import { extname } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { type Clock, systemClock } from '@cutover/base';
import { connectOnPremises, type SourceConnections } from '@cutover/cloud/client';
import type { Session } from '@cutover/core';
import {
  createStopState,
  type Operations,
  type Progress,
  type Question,
  requestStop,
  type ScriptArgument,
} from '@cutover/powershell';
import { serveOperations } from '@cutover/powershell/node';
import { shellErrors } from '../errors.ts';
import { backendOperations } from '../world/backend-operations.ts';
import {
  type InvokeRequest,
  type PlainError,
  type ShellMessage,
  shellOperations,
  type ShellResult,
  type ShellThreadData,
  type WrittenMessage,
} from './protocol.ts';

/** What a shell within a program is made with. */
export interface ShellOptions {
  /** The organisation that the cmdlets speak to; the shell leaves it open. */
  readonly session: Session;
  /** Where the servers of on-premises sessions (New-PSSession) are really found: by name, or the path of a mock's ready file. */
  readonly connections?: SourceConnections;
  /**
   * Answers of a person: in turn, or by the question. A question without an answer is an error of the script; without any answers scripts
   * run as with -NonInteractive.
   */
  readonly answers?: readonly string[] | ((question: Question) => string | undefined | Promise<string | undefined>);
  /** Takes what Out-Default, Write-Host and the like show; without it nothing is shown. */
  readonly onShown?: (text: string) => void;
  readonly onProgress?: (progress: Progress) => void;
  /** The time of Get-Date and Start-Sleep; the machine's without it. */
  readonly clock?: Clock;
  /** Columns of what is shown. */
  readonly width?: number;
  /** The environment variables that scripts see. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Grants the files of this machine; scripts begin in this folder. */
  readonly folder?: string;
}

/** How one script is run in it. */
export interface ShellInvokeOptions {
  /** The file that the script came from, for the positions of errors. */
  readonly file?: string;
  /** Parameters by name; a switch is a boolean. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly arguments?: readonly unknown[];
  /** What is piped into the script. */
  readonly input?: readonly unknown[];
  readonly signal?: AbortSignal;
  /** The output is shown instead of gathered, as at a terminal. */
  readonly show?: boolean;
}

/** What a script wrote, by stream. Objects are plain: dates are Dates, durations milliseconds, sizes bytes. */
export interface ShellOutcome extends ShellResult {
  readonly output: readonly unknown[];
  readonly errors: readonly PlainError[];
  readonly warnings: readonly string[];
  readonly verbose: readonly string[];
  readonly debug: readonly string[];
  readonly information: readonly string[];
}

/** The language with the cmdlets of the SDK, in a thread of its own: variables and functions live from script to script. */
export interface Shell extends AsyncDisposable {
  invoke(script: string, options?: ShellInvokeOptions): Promise<ShellOutcome>;
  close(): Promise<void>;
}

/** Starts a shell for an embedder. */
export function createShell(options: ShellOptions): Shell {
  return new ThreadedShell(options);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

interface Running {
  readonly outcome: Mutable<Omit<ShellOutcome, keyof ShellResult>>;
  readonly resolve: (outcome: ShellOutcome) => void;
  readonly reject: (error: Error) => void;
}

class ThreadedShell implements Shell {
  readonly #options: ShellOptions;
  readonly #stop = createStopState();
  readonly #thread: Worker;
  readonly #messages: MessagePort;
  readonly #running = new Map<number, Running>();
  #calls = 0;
  #closed = false;

  constructor(options: ShellOptions) {
    this.#options = options;
    const [world, messages] = [new MessageChannel(), new MessageChannel()];
    serveOperations(world.port1, this.#stop, operationsOf(options, { beforeQuestion: () => this.#takeWaiting() }));
    world.port1.unref();
    this.#messages = messages.port1;
    const { answers, clock, environment = {}, folder, width = 120 } = options;
    const data: ShellThreadData = {
      stop: this.#stop,
      world: world.port2,
      messages: messages.port2,
      width,
      environment,
      folder,
      answersQuestions: answers !== undefined,
      hasClock: clock !== undefined,
    };
    const program = new URL(`./shell-thread${extname(import.meta.url)}`, import.meta.url);
    this.#thread = new Worker(program, {
      workerData: data,
      transferList: [world.port2, messages.port2],
      resourceLimits: { stackSizeMb: 16 },
    });
    this.#messages.on('message', (message: ShellMessage) => this.#take(message));
    this.#messages.unref();
    this.#thread.on('error', (error) => this.#end(error as Error));
    this.#thread.on('exit', () => this.#end(shellErrors.shellClosed({})));
    this.#thread.unref();
  }

  /** Scripts run one after another. */
  async invoke(script: string, options: ShellInvokeOptions = {}): Promise<ShellOutcome> {
    const { signal } = options;
    if (this.#closed) throw shellErrors.shellClosed({});
    signal?.throwIfAborted();
    const id = ++this.#calls;
    const stop = (): void => requestStop(this.#stop);
    const outcome = { output: [], errors: [], warnings: [], verbose: [], debug: [], information: [] };
    this.#thread.ref();
    try {
      return await new Promise<ShellOutcome>((resolve, reject) => {
        this.#running.set(id, { outcome, resolve, reject });
        signal?.addEventListener('abort', stop, { once: true });
        this.#thread.postMessage(requestOf(id, script, options));
      });
    } finally {
      signal?.removeEventListener('abort', stop);
      this.#running.delete(id);
      if (this.#running.size === 0) this.#thread.unref();
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    requestStop(this.#stop);
    await this.#thread.terminate();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** Takes what was written before a question: the two come by ports of their own, in no order. */
  #takeWaiting(): void {
    for (;;) {
      const next = receiveMessageOnPort(this.#messages) as { message: ShellMessage } | undefined;
      if (next === undefined) return;
      this.#take(next.message);
    }
  }

  #take(message: ShellMessage): void {
    switch (message.kind) {
      case 'shown':
      case 'shownError':
        return this.#options.onShown?.(message.text);
      case 'progress':
        return this.#options.onProgress?.(message.progress);
      case 'done':
        return this.#with(message.id, ({ outcome, resolve }) => resolve({ ...outcome, ...message.result }));
      case 'broken':
        return this.#with(message.id, ({ reject }) => reject(new Error(message.message)));
      default:
        return this.#with(message.id, ({ outcome }) => gather(outcome, message));
    }
  }

  #with(id: number, act: (running: Running) => void): void {
    const running = this.#running.get(id);
    if (running) act(running);
  }

  #end(error: Error): void {
    this.#closed = true;
    for (const { reject } of this.#running.values()) reject(error);
  }
}

function gather(outcome: Running['outcome'], message: WrittenMessage): void {
  if (message.kind === 'output') outcome.output.push(message.value);
  else if (message.kind === 'error') outcome.errors.push(message.error);
  else outcome[message.kind === 'warning' ? 'warnings' : message.kind].push(message.text);
}

function requestOf(id: number, script: string, options: ShellInvokeOptions): InvokeRequest {
  const { arguments: values = [], parameters = {}, file, input, show = false } = options;
  const named = Object.entries(parameters).map(([name, value]): ScriptArgument => ({ name, value }));
  return { id, script, file, input, show, commandLine: [...values.map((value) => ({ value })), ...named] };
}

function operationsOf(
  { session, connections, answers, clock = systemClock }: ShellOptions,
  { beforeQuestion }: { beforeQuestion: () => void },
): Operations {
  const left = typeof answers === 'function' ? undefined : [...(answers ?? [])];
  const answer = typeof answers === 'function' ? answers : (): string | undefined => left?.shift();
  return {
    ...backendOperations({
      open: () => Promise.resolve(session.backend),
      openSession: ({ connectionUri, credential }, signal) =>
        connectOnPremises({ connectionUri, credential, connections, signal }),
    }),
    [shellOperations.ask]: async function* (question: Question) {
      beforeQuestion();
      yield await answer(question);
    },
    [shellOperations.sleep]: async function* (milliseconds: number, signal: AbortSignal) {
      await clock.sleep(milliseconds, { signal });
      yield undefined;
    },
    [shellOperations.now]: async function* () {
      yield await Promise.resolve(clock.now());
    },
  };
}
