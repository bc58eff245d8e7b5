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

/** How a program is started that nobody waits for: each stream is the console's or a file. */
export interface StartCall extends Omit<ProgramCall, 'input'> {
  readonly inputFile?: string | undefined;
  readonly outputFile?: string | undefined;
  readonly errorFile?: string | undefined;
}

/** Whether a program's errors are told, or go to the console. */
export interface RunOptions {
  readonly errors: 'told' | 'console';
}

/** What is known of a running process. */
export interface ProcessFacts {
  readonly id: number;
  readonly name: string;
  readonly parentId: number;
  /** The number of the terminal's session. */
  readonly terminalSession: number;
  /** In ms since 1970. */
  readonly startTime: number;
  /** How long processors have worked for it, in ms. */
  readonly processorTime: number;
  /** Bytes in memory. */
  readonly workingSet: number;
  /** Bytes swapped out. */
  readonly swapped: number;
  /** The program's path, where this user may see it. */
  readonly path?: string;
  readonly commandLine?: string;
}

/** The running processes. */
export interface ProcessTable {
  readonly ownId: number;
  list(): readonly ProcessFacts[];
  find(id: number): ProcessFacts | undefined;
  /** Ends a process at once. Throws where that is not allowed. */
  end(id: number): void;
}

export interface ProgramStarter {
  /** Starts a program, lets it run, and gives its number. */
  start(call: StartCall): number;
  /** The exit code of a program that was started here, waited for so many milliseconds; none where it still runs. */
  exitCode(id: number, timeout?: number): number | undefined;
}

/** Native programs. */
export interface Processes {
  /** What runs, where scripts may see and end it. */
  readonly running?: ProcessTable;
  /** The full path of a program, by its path or by its name in the folders of `searchPath`. */
  find(name: string, place: { readonly searchPath: string; readonly folder: string }): string | undefined;
  /** Runs a program on the console's own streams, and gives its exit code. */
  runAttached(call: ProgramCall): number;
  /** Runs a program and tells what it writes as it comes; its exit at last. A stop ends it. */
  run(call: ProgramCall, options: RunOptions): Iterable<ProgramEvent>;
  /** Starts programs that nobody waits for, where scripts may leave some behind. */
  readonly starter?: ProgramStarter;
}
