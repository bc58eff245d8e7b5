import { DateTime, TimeSpan } from '../../dotnet/index.ts';
import type { ProcessFacts, ProcessTable, ProgramStarter } from '../../host/processes.ts';
import { type DotNetType, overload, readOnly } from '../../runtime/types/define-type.ts';
import { currentTime, runningSession } from '../../runtime/values/running-session.ts';
import { sleep } from '../time/sleep.ts';
import { double, type NumericValue, toNumber } from '../../runtime/values/number-types.ts';

const ticksPerMillisecond = 10_000;

/** How often it looks whether a process has ended, in ms. */
const lookInterval = 50;

/** A process as a value: what was known of it when it was asked for. Source: System.Diagnostics.Process. */
export class ProcessObject {
  readonly typeName = 'System.Diagnostics.Process';
  readonly facts: ProcessFacts;
  readonly #table: ProcessTable;
  readonly #starter: ProgramStarter | undefined;

  /** `starter` is what has started it, if this session has. */
  constructor(facts: ProcessFacts, table: ProcessTable, starter?: ProgramStarter) {
    this.facts = facts;
    this.#table = table;
    this.#starter = starter;
  }

  /** Known of processes that this session has started, once they have ended. */
  get exitCode(): number | undefined {
    return this.#starter?.exitCode(this.facts.id, 0);
  }

  /** Waits for its end, so many milliseconds at most; tells whether it has come. */
  waitForExit(timeout?: number): boolean {
    if (this.#starter) return this.#starter.exitCode(this.facts.id, timeout) !== undefined;
    const last = timeout === undefined ? Infinity : currentTime() + timeout;
    while (!this.hasExited && currentTime() < last) sleep(runningSession(), lookInterval);
    return this.hasExited;
  }

  get isCurrent(): boolean {
    return this.facts.id === this.#table.ownId;
  }

  get hasExited(): boolean {
    if (this.#starter) return this.exitCode !== undefined;
    // A number is used again: another start is another process.
    return this.#table.find(this.facts.id)?.startTime !== this.facts.startTime;
  }

  get parent(): ProcessObject | undefined {
    const facts = this.#table.find(this.facts.parentId);
    return facts && new ProcessObject(facts, this.#table);
  }

  end(): void {
    if (!this.hasExited) this.#table.end(this.facts.id);
  }

  text(): string {
    return `${this.typeName} (${this.facts.name})`;
  }
}

type Self = ProcessObject;

const bytes = (get: (facts: ProcessFacts) => number) => readOnly(({ facts }: Self) => BigInt(get(facts)), 'long');

/** This process; no more than its number where scripts are not granted the others. */
function currentProcess(): ProcessObject {
  const table = runningSession().capabilities.processes?.running ?? ownProcess;
  return new ProcessObject(table.find(table.ownId) ?? ownFacts, table);
}

const ownFacts: ProcessFacts = {
  id: process.pid,
  name: 'pwsh',
  parentId: process.ppid,
  terminalSession: 0,
  startTime: 0,
  processorTime: 0,
  workingSet: 0,
  swapped: 0,
};

const ownProcess: ProcessTable = {
  ownId: process.pid,
  list: () => [ownFacts],
  find: (id) => (id === process.pid ? ownFacts : undefined),
  end: () => undefined,
};

export const processType: DotNetType = {
  name: 'System.Diagnostics.Process',
  base: 'System.Object',
  properties: {
    Id: readOnly(({ facts }: Self) => facts.id, 'int'),
    ProcessName: readOnly(({ facts }: Self) => facts.name, 'string'),
    Name: readOnly(({ facts }: Self) => facts.name, 'string'),
    SI: readOnly(({ facts }: Self) => facts.terminalSession, 'int'),
    SessionId: readOnly(({ facts }: Self) => facts.terminalSession, 'int'),
    CPU: readOnly(({ facts }: Self) => double(facts.processorTime / 1000)),
    TotalProcessorTime: readOnly(
      ({ facts }: Self) => new TimeSpan(BigInt(Math.round(facts.processorTime * ticksPerMillisecond))),
    ),
    StartTime: readOnly(({ facts }: Self) => DateTime.fromUnixMilliseconds(facts.startTime)),
    WS: bytes(({ workingSet }) => workingSet),
    WorkingSet64: bytes(({ workingSet }) => workingSet),
    PM: bytes(({ swapped }) => swapped),
    PagedMemorySize64: bytes(({ swapped }) => swapped),
    NPM: bytes(() => 0),
    NonpagedSystemMemorySize64: bytes(() => 0),
    Path: readOnly(({ facts }: Self) => facts.path ?? null, 'string'),
    CommandLine: readOnly(({ facts }: Self) => facts.commandLine ?? null, 'string'),
    Parent: readOnly(({ parent }: Self) => parent ?? null),
    HasExited: readOnly(({ hasExited }: Self) => hasExited, 'bool'),
    ExitCode: readOnly(({ exitCode }: Self) => exitCode ?? null, 'int'),
    Handle: readOnly(({ facts }: Self) => facts.id, 'int'),
    MachineName: readOnly(() => '.', 'string'),
    MainWindowTitle: readOnly(() => '', 'string'),
  },
  methods: {
    Kill: [overload('', (self) => (self as Self).end())],
    WaitForExit: [
      overload('', (self) => void (self as Self).waitForExit()),
      overload('int milliseconds', (self, timeout) => (self as Self).waitForExit(toNumber(timeout as NumericValue))),
    ],
    Refresh: [overload('', () => undefined)],
    Close: [overload('', () => undefined)],
    Dispose: [overload('', () => undefined)],
  },
  staticMethods: { GetCurrentProcess: [overload('', currentProcess)] },
};
