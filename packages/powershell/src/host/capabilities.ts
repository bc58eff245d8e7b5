import type { Files } from './files.ts';

/** What the embedder lets scripts do besides computing; what is absent they cannot do. */
export interface Capabilities {
  readonly files?: Files;
  /** The folder in which scripts begin, for a runspace with files. */
  readonly folder?: string;
}
