/** What the service answered to one request. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  /** The text as JSON; undefined when it is none. */
  readonly body: unknown;
}
