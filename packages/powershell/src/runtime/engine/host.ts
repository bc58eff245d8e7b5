/** What the surroundings of a runspace do for it: where text goes and what the time is. */
export interface Host {
  /** Text for the person at the screen, formatted output included. */
  write(text: string): void;
  /** Rendered errors. */
  writeError(text: string): void;
  /** Columns of the screen; tables, lists and error views are fitted to it. */
  readonly width: number;
}
