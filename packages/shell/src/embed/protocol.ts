import type { Progress, ScriptArgument, StopState } from '@cutover/powershell';
import type { MessagePort } from 'node:worker_threads';

/** What the thread of an embedded shell is started with. */
export interface ShellThreadData {
  readonly stop: StopState;
  /** For what is asked of the embedder's thread. */
  readonly world: MessagePort;
  /** For what is told it. */
  readonly messages: MessagePort;
  readonly width: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder in which scripts begin; without it they see no files. */
  readonly folder: string | undefined;
  readonly answersQuestions: boolean;
  readonly hasClock: boolean;
}

/** What an embedder asks of the thread. */
export interface InvokeRequest {
  readonly id: number;
  readonly script: string;
  readonly file?: string | undefined;
  readonly commandLine: readonly ScriptArgument[];
  readonly input?: readonly unknown[] | undefined;
  /** Output and records are shown instead of told. */
  readonly show: boolean;
}

/** An error record as plain data. */
export interface PlainError {
  readonly message: string;
  readonly fullyQualifiedErrorId: string;
  readonly category: string;
  /** Full name of the exception's type. */
  readonly exception: string;
  readonly target: string;
}

/** What one invocation came to. */
export interface ShellResult {
  readonly exitCode: number;
  readonly ended: 'completed' | 'exit' | 'error' | 'stopped';
  /** `$?` at the end. */
  readonly succeeded: boolean;
}

/** What a script wrote that nobody took. */
export type WrittenMessage =
  | { readonly kind: 'output'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: PlainError }
  | { readonly kind: 'warning' | 'verbose' | 'debug' | 'information'; readonly id: number; readonly text: string };

/** What the thread tells while a script runs, and at its end. */
export type ShellMessage =
  | WrittenMessage
  | { readonly kind: 'shown' | 'shownError'; readonly text: string }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly id: number; readonly result: ShellResult }
  | { readonly kind: 'broken'; readonly id: number; readonly message: string };

/** Operations of the embedder's thread besides the Backend's. */
export const shellOperations = { ask: 'ask', sleep: 'sleep', now: 'now' } as const;
