/** One command of a running pipeline; what it writes goes to the next. */
export interface Stage {
  begin(): void;
  process(item: unknown): void;
  end(): void;
  /** Runs at last, however the pipeline ended. */
  clean?(): void;
  /** Whether it reported an error of its own: `$?` is false then. */
  readonly failed?: boolean;
  /** Whether errors that end it become its own: those of cmdlets and advanced functions. */
  readonly ownsErrors?: boolean;
}

/** Thrown by a command that has enough: the commands before it are stopped, those behind it are ended. */
export class StopUpstream {
  readonly stage: object;

  constructor(stage: object) {
    this.stage = stage;
  }
}
