import type { ScriptPosition, ScriptSource } from '../errors/script-position.ts';
import type { Frame } from './frame.ts';

export interface CallStackFields extends ScriptPosition {
  /** The function's name; a script or block has none. */
  readonly name: string | undefined;
}

/** One call on the stack: what runs, and where it is. Source: System.Management.Automation.CallStackFrame. */
export class CallStackEntry implements ScriptPosition {
  readonly typeName = 'System.Management.Automation.CallStackFrame';
  readonly name: string | undefined;
  readonly source: ScriptSource;
  readonly start: number;
  readonly end: number;

  constructor({ name, source, start, end }: CallStackFields) {
    this.name = name;
    this.source = source;
    this.start = start;
    this.end = end;
  }

  get line(): number {
    return this.source.lineAndColumn(this.start).line;
  }

  get functionName(): string {
    return this.name ?? '<ScriptBlock>';
  }

  /** What was called: a function, or the script in its file. */
  get command(): string {
    const file = this.source.file ?? '';
    return this.name ?? (file === '' ? '<ScriptBlock>' : file.slice(file.lastIndexOf('/') + 1));
  }

  /** `script.ps1: line 1`. */
  get location(): string {
    const file = this.source.file ?? '<No file>';
    return `${file.slice(file.lastIndexOf('/') + 1)}: line ${this.line}`;
  }

  text(): string {
    return `at ${this.functionName}, ${this.source.file ?? '<No file>'}: line ${this.line}`;
  }
}

/** The calls from the innermost outwards, as they are now. */
export function callStack(innermost: Frame): readonly CallStackEntry[] {
  const entries: CallStackEntry[] = [];
  for (let frame: Frame | undefined = innermost; frame; frame = frame.caller) {
    const { command, position, source } = frame;
    const { start, end } = position ?? { start: 0, end: 0 };
    entries.push(new CallStackEntry({ name: command?.name, source, start, end }));
  }
  return entries;
}

/** `at f, file: line 1`, a line for each call. */
export const stackText = (stack: readonly CallStackEntry[]): string => stack.map((entry) => entry.text()).join('\n');
