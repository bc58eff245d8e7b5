import type { Clock, Ids, Random } from '@cutover/base';
import type { AsyncWorld } from '../../host/async-world.ts';
import type { Progress } from '../../host/progress.ts';
import type { Prompts } from '../../host/prompts.ts';
import type { StandardInput } from '../../host/standard-input.ts';

/** What the surroundings of a runspace do for it: where text goes and what the time is. */
export interface Host {
  /** Text for the person at the screen, formatted output included. */
  write(text: string): void;
  /** Rendered errors. */
  writeError(text: string): void;
  /** Columns of the screen; tables, lists and error views are fitted to it. */
  readonly width: number;
  /** Its lines; a heading that is to be repeated needs them. */
  readonly height?: number | undefined;
  /** Whether what is written reaches a terminal, which understands escape sequences. */
  readonly isTerminal?: boolean;
  /** What the time is; the machine's without it. */
  readonly clock?: Pick<Clock, 'now'>;
  /** Where random numbers come from; the machine's without it. */
  readonly random?: Random;
  /** Where new Guids come from; the machine's without it. */
  readonly ids?: Ids;
  /** Waits as Start-Sleep does, on the same clock; a stop is thrown. Without it the thread waits. */
  readonly sleep?: (milliseconds: number) => void;
  /** The person at the screen; without it scripts run as with -NonInteractive. */
  readonly prompts?: Prompts | undefined;
  /** What `[Console]::In` reads; nothing without it. */
  readonly input?: StandardInput | undefined;
  /** Shows how far something is; without it nothing is shown. */
  readonly showProgress?: (progress: Progress) => void;
  /** `$PROFILE`: the script that the host runs before others; where the original has its own without it. */
  readonly profileFile?: string;
  /** `$Host.SetShouldExit`: the host is to end with this code when the running command has ended. */
  readonly askExit?: (code: number) => void;
  /** Network and services, which are waited for. */
  readonly world?: AsyncWorld | undefined;
}
