import type { ErrorRecord } from './error-record.ts';

/** A value that the structured clone algorithm carries: what parameters and records are made of. */
export type BackendValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | Date
  | Uint8Array
  | readonly BackendValue[]
  | { readonly [name: string]: BackendValue };

/** The named values of one call. Switches are booleans; names are spelt as the cmdlet's definition spells them. */
export type CmdletParameters = Readonly<Record<string, unknown>>;

/** One output object; its members are those of the definition that the cmdlet names as `output`. */
export type BackendRecord = Readonly<Record<string, unknown>>;

/** What a progress bar shows. Source: System.Management.Automation.ProgressRecord. */
export interface ProgressRecord {
  /** Records of the same id replace each other on the screen. */
  readonly id: number;
  readonly activity: string;
  readonly status: string;
  readonly currentOperation?: string;
  /** 0 to 100; absent when it cannot be told. */
  readonly percentComplete?: number;
  /** True on the last record of this id. */
  readonly completed?: boolean;
}

/** One thing that a running cmdlet says; every part of it can be cloned, so that it crosses threads and processes. */
export type BackendMessage =
  | { readonly kind: 'record'; readonly record: BackendRecord }
  | { readonly kind: 'error'; readonly error: ErrorRecord; readonly terminating: boolean }
  | { readonly kind: 'warning'; readonly message: string }
  | { readonly kind: 'verbose'; readonly message: string }
  | { readonly kind: 'progress'; readonly progress: ProgressRecord };

/** What a call to a Backend may carry. */
export interface InvokeOptions {
  /** Ends the call; the iteration then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What carries out cmdlets: the embedded organisation, its service process, or Exchange Online over REST.
 * A cmdlet's own failure is a message; with `terminating` it is the last one. The iteration itself rejects only when
 * the call was aborted or the carrier failed. Leaving the iteration early ends the call.
 */
export interface Backend {
  /** Which organization it is: the on-premises one has other cmdlets. Absent: the cloud. */
  readonly side?: 'onPremises';
  invoke(cmdlet: string, parameters: CmdletParameters, options?: InvokeOptions): AsyncIterable<BackendMessage>;
  close(): Promise<void>;
}
