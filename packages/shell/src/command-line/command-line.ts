import type { ScriptArgument } from '@cutover/powershell';

/** What the command is asked to run. */
export type Task =
  | { readonly kind: 'session' }
  | { readonly kind: 'standard input'; readonly prompts: boolean }
  | { readonly kind: 'file'; readonly path: string; readonly arguments: readonly ScriptArgument[] }
  | { readonly kind: 'command'; readonly script: string; readonly arguments: readonly ScriptArgument[] }
  | { readonly kind: 'cmdlet'; readonly name: string; readonly argv: readonly string[] }
  | { readonly kind: 'service'; readonly argv: readonly string[] }
  | { readonly kind: 'help'; readonly about: string | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'refused'; readonly message: string; readonly showUsage: boolean };

/** A command line that was understood: the original's switches, and ours that begin with two dashes. */
export interface CommandLine {
  readonly task: Task;
  readonly profile: boolean;
  readonly interactive: boolean;
  readonly banner: boolean;
  /** The session goes on after the task. */
  readonly staysOpen: boolean;
  readonly workingDirectory?: string;
  readonly executionPolicy?: string;
  /** Folder of the organisation's data. */
  readonly data?: string;
  /** Records as JSON, of a cmdlet that is called directly. */
  readonly json: boolean;
}
