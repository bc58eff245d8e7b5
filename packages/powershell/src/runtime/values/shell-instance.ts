import type { ErrorRecord } from './error-record.ts';
import { List } from './list.ts';

/** One command of a shell's pipeline with its arguments. */
export interface ShellCommand {
  /** The text of a script, or the name of a command. */
  readonly text: string;
  readonly isScript: boolean;
  readonly arguments: ({ readonly name?: string; readonly value: unknown } | { readonly name: string })[];
}

/** Where the records of a shell are kept. */
export const shellStreamNames = ['error', 'warning', 'verbose', 'debug', 'information'] as const;
export type ShellStreamName = (typeof shellStreamNames)[number];

const collection = 'System.Management.Automation.PSDataCollection`1';
const recordTypes: Readonly<Record<ShellStreamName, string>> = {
  error: 'System.Management.Automation.ErrorRecord',
  warning: 'System.Management.Automation.WarningRecord',
  verbose: 'System.Management.Automation.VerboseRecord',
  debug: 'System.Management.Automation.DebugRecord',
  information: 'System.Management.Automation.InformationRecord',
};

/** A runspace apart, with variables and functions of its own, that a shell runs its commands in. */
export interface ShellRunspace {
  /** Runs statements, each a pipeline; gives what they wrote. */
  run(statements: readonly (readonly ShellCommand[])[], run: ShellRun): unknown[];
}

export interface ShellRun {
  readonly input: readonly unknown[];
  readonly write: (stream: ShellStreamName, record: unknown) => void;
}

/** `[powershell]::Create()`: commands that are put together call by call and then run. Source: System.Management.Automation.PowerShell. */
export class ShellInstance {
  readonly typeName = 'System.Management.Automation.PowerShell';
  readonly runspace: ShellRunspace;
  readonly streams: Readonly<Record<ShellStreamName, List>>;
  statements: ShellCommand[][] = [[]];
  hadErrors = false;

  constructor(runspace: ShellRunspace) {
    this.runspace = runspace;
    const lists = shellStreamNames.map((name) => [name, new List(`${collection}[${recordTypes[name]}]`)]);
    this.streams = Object.fromEntries(lists) as Record<ShellStreamName, List>;
  }

  add(command: Pick<ShellCommand, 'text' | 'isScript'>): this {
    this.statements.at(-1)!.push({ ...command, arguments: [] });
    return this;
  }

  /** Gives the last command an argument. */
  give(argument: ShellCommand['arguments'][number]): this {
    this.statements.at(-1)!.at(-1)?.arguments.push(argument);
    return this;
  }

  clear(): void {
    this.statements = [[]];
  }

  invoke(input: readonly unknown[] = []): unknown[] {
    this.hadErrors = false;
    const statements = this.statements.filter((pipeline) => pipeline.length > 0);
    return this.runspace.run(statements, { input, write: (stream, record) => this.#keep(stream, record) });
  }

  #keep(stream: ShellStreamName, record: unknown): void {
    this.hadErrors ||= stream === 'error';
    this.streams[stream].items.push(record as ErrorRecord);
  }
}
