import type { AsyncWorld, Capabilities, Host, StopState } from '@cutover/powershell';

/** Where a command runs: what its scripts write to, whom they ask, what they may touch, and how they are stopped. */
export interface Console {
  readonly host: Host;
  readonly world: AsyncWorld;
  readonly stop: StopState;
  readonly capabilities: Capabilities;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether what is shown may be coloured. */
  readonly colors: boolean;
  /** The lines that are piped into the command; undefined at a terminal. */
  readonly input: Iterable<string> | undefined;
  /** The exit code that a script asked for by `$Host.SetShouldExit`. */
  readonly askedExit?: () => number | undefined;
  /** Called now and then while a script keeps the thread busy. */
  readonly onBusy: () => void;
  /** Ends the line that was begun, so that a prompt does not take its place. */
  readonly endLine?: () => void;
  /** Everything that was written is on its way. */
  readonly flush: () => void;
}
