import type { Backend, BackendMessage, CmdletParameters } from '@cutover/core';
import { run, type ServiceOptions, type Surroundings } from '../run.ts';

interface FakeOptions {
  /** What the service says to any cmdlet. */
  readonly messages?: readonly BackendMessage[];
  readonly env?: Record<string, string>;
  /** The answers of a person, in turn; without them nobody is there. */
  readonly answers?: readonly string[];
  readonly interactive?: boolean;
  readonly signal?: AbortSignal;
}

/** What a run of the command did: its output, and what it asked of the service. */
export interface FakeRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly calls: { readonly cmdlet: string; readonly parameters: CmdletParameters }[];
  readonly services: ServiceOptions[];
}

/** Runs a command line against a service that only says what it was told to. */
export async function runFake(argv: readonly string[], options: FakeOptions = {}): Promise<FakeRun> {
  const streams = { out: '', err: '' };
  const calls: FakeRun['calls'] = [];
  const services: ServiceOptions[] = [];
  const answers = [...(options.answers ?? [])];
  const backend: Backend = {
    async *invoke(cmdlet, parameters) {
      calls.push({ cmdlet, parameters });
      yield* options.messages ?? [];
    },
    close: () => Promise.resolve(),
  };
  const surroundings: Surroundings = {
    terminal: {
      out: (text) => void (streams.out += text),
      err: (text) => void (streams.err += text),
      interactive: options.interactive ?? false,
      colors: false,
      width: 80,
      env: { CUTOVER_DATA: '/data', ...options.env },
      ask:
        options.answers &&
        ((question) => {
          streams.err += question;
          const answer = answers.shift();
          return answer === undefined ? Promise.reject(new Error('no answer left')) : Promise.resolve(answer);
        }),
    },
    signal: options.signal ?? new AbortController().signal,
    connectService: (service) => {
      services.push(service);
      return Promise.resolve(backend);
    },
    runService: (service) => Promise.resolve(void services.push(service)),
  };
  const code = await run(argv, surroundings);
  return { code, ...streams, calls, services };
}
