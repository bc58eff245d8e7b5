import type { Files } from './files.ts';
import type { Processes } from './processes.ts';

/** What the embedder lets scripts do besides computing; what is absent they cannot do. */
export interface Capabilities {
  readonly files?: Files;
  /** Native programs. */
  readonly processes?: Processes;
  /** The folder in which scripts begin, for a runspace with files. */
  readonly folder?: string;
}
