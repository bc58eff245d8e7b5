/** What a person is asked for. */
export interface Question {
  readonly text: string;
  /** The answer is not shown while it is typed. */
  readonly secret?: boolean;
}

/** The person in front of the script; answers come when the calls return. */
export interface Prompts {
  /** A line without its end; undefined when nothing more will come. */
  readLine(question: Question): string | undefined;
}
