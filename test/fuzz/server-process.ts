import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ServerMessage } from './server.ts';

/** The mock in a process of its own, so that a crash or an endless loop is seen for what it is. */
export class ServerProcess implements AsyncDisposable {
  readonly port: number;
  /** Errors that the server did not expect, as text. */
  readonly failures: string[] = [];
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
    child.on('message', (message: ServerMessage) => {
      if (message.kind === 'failed') this.failures.push(message.error);
    });
  }

  static async start(): Promise<ServerProcess> {
    const child = fork(join(import.meta.dirname, 'server.ts'), {
      execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
    });
    const [message] = (await once(child, 'message')) as [ServerMessage];
    if (message.kind !== 'ready') throw new Error(`the server said ${message.kind} first`);
    return new ServerProcess(child, message.port);
  }

  /** Whether the process still runs. */
  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Bytes in use after a garbage collection; rejects if the server does not answer. */
  async memory(): Promise<number> {
    const message = await this.#ask('memory');
    return message.kind === 'memory' ? message.bytes : 0;
  }

  /** Puts every mailbox back to what the seed holds, and opens it. */
  async reset(): Promise<void> {
    await this.#ask('reset');
  }

  async #ask(question: 'memory' | 'reset'): Promise<ServerMessage> {
    this.#child.send(question);
    for (;;) {
      const [message] = (await once(this.#child, 'message', { signal: AbortSignal.timeout(20_000) })) as [
        ServerMessage,
      ];
      if (message.kind === question) return message;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.isAlive) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }
}
