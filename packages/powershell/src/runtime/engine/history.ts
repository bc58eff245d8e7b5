/** A command line that was run. Source: HistoryInfo. */
export class HistoryEntry {
  readonly typeName = 'Microsoft.PowerShell.Commands.HistoryInfo';
  readonly id: number;
  readonly commandLine: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly ended: number;
  readonly succeeded: boolean;

  constructor(given: Pick<HistoryEntry, 'commandLine' | 'ended' | 'id' | 'started' | 'succeeded'>) {
    this.id = given.id;
    this.commandLine = given.commandLine;
    this.started = given.started;
    this.ended = given.ended;
    this.succeeded = given.succeeded;
  }

  text(): string {
    return this.commandLine;
  }
}

/** Lines of which older ones are forgotten. Source: `$MaximumHistoryCount`. */
const mostEntries = 4096;

/** The command lines of a session, the oldest first. */
export class History {
  #entries: HistoryEntry[] = [];
  #last = 0;

  get entries(): readonly HistoryEntry[] {
    return this.#entries;
  }

  add(given: Pick<HistoryEntry, 'commandLine' | 'ended' | 'started' | 'succeeded'>): HistoryEntry {
    const entry = new HistoryEntry({ ...given, id: ++this.#last });
    this.#entries.push(entry);
    if (this.#entries.length > mostEntries) this.#entries.shift();
    return entry;
  }

  remove(wanted: (entry: HistoryEntry) => boolean): void {
    this.#entries = this.#entries.filter((entry) => !wanted(entry));
  }
}
