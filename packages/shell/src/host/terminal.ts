/** The person's side of the command: streams, and questions where there is somebody to answer. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether output is read by a person: then lines may be coloured and progress shown. */
  readonly interactive: boolean;
  readonly colors: boolean;
  readonly width: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks a question; undefined when nobody can answer. */
  readonly ask: ((question: string, options: AskOptions) => Promise<string>) | undefined;
}

export interface AskOptions {
  /** The answer is not shown while it is typed. */
  readonly hidden: boolean;
  readonly signal: AbortSignal;
}

const style =
  (open: number, close: number) =>
  ({ colors }: Terminal, text: string): string =>
    colors ? `\u001B[${open}m${text}\u001B[${close}m` : text;

export const red = style(31, 39);
export const yellow = style(33, 39);
export const green = style(32, 39);
