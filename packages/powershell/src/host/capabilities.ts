import type { Files } from './files.ts';
import type { Network } from './network.ts';
import type { Processes } from './processes.ts';

/** What the embedder lets scripts do besides computing; what is absent they cannot do. */
export interface Capabilities {
  readonly files?: Files;
  /** Native programs. */
  readonly processes?: Processes;
  readonly network?: Network;
  /** The folder in which scripts begin, for a runspace with files. */
  readonly folder?: string;
}
