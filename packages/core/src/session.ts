import type { Backend, ProgressRecord } from './backend.ts';
import type { ErrorRecord } from './error-record.ts';

/** Where the side streams of every call of a session go. */
export interface SessionOptions {
  readonly onWarning?: ((message: string) => void) | undefined;
  readonly onVerbose?: ((message: string) => void) | undefined;
  readonly onProgress?: ((progress: ProgressRecord) => void) | undefined;
  /** Takes the errors that do not end a cmdlet; without it the first one rejects the call. */
  readonly onError?: ((error: ErrorRecord) => void) | undefined;
}

/** A connection to one organisation; every cmdlet takes it first. */
export interface Session extends AsyncDisposable {
  readonly backend: Backend;
  readonly options: SessionOptions;
  readonly closed: boolean;
  /** Closes the Backend; calls under way end. */
  close(): Promise<void>;
}

/** Opens a session on any Backend; `await using` closes it. */
export function connect(backend: Backend, options: SessionOptions = {}): Session {
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= backend.close());
  return {
    backend,
    options,
    get closed() {
      return closing !== undefined;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
