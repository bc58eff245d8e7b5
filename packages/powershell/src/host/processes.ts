/** How a program is started. */
export interface ProgramCall {
  readonly path: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What it reads; without it the console's own input. */
  readonly input?: string | undefined;
}

/** What a running program does. */
export type ProgramEvent =
  | { readonly kind: 'output' | 'error'; readonly text: string }
  | { readonly kind: 'exit'; readonly code: number };

/** Whether a program's errors are told, or go to the console. */
export interface RunOptions {
  readonly errors: 'told' | 'console';
}

/** Native programs. */
export interface Processes {
  /** The full path of a program, by its path or by its name in the folders of `searchPath`. */
  find(name: string, place: { readonly searchPath: string; readonly folder: string }): string | undefined;
  /** Runs a program on the console's own streams, and gives its exit code. */
  runAttached(call: ProgramCall): number;
  /** Runs a program and tells what it writes as it comes; its exit at last. A stop ends it. */
  run(call: ProgramCall, options: RunOptions): Iterable<ProgramEvent>;
}
