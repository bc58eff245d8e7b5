import type { ScriptPosition } from '../errors/script-position.ts';
import type { Frame } from './frame.ts';

/** One call on the stack: what runs, and where it is. */
export interface CallStackEntry extends ScriptPosition {
  /** The function's name; a script or block has none. */
  readonly name: string | undefined;
}

/** The calls from the innermost outwards, as they are now. */
export function callStack(innermost: Frame): readonly CallStackEntry[] {
  const entries: CallStackEntry[] = [];
  for (let frame: Frame | undefined = innermost; frame; frame = frame.caller) {
    const { command, position, source } = frame;
    entries.push({ name: command?.name, source, start: position?.start ?? 0, end: position?.end ?? 0 });
  }
  return entries;
}

/** `at f, file: line 1`, a line for each call. Source: CallStackFrame.ToString. */
export function stackText(stack: readonly CallStackEntry[]): string {
  return stack
    .map(({ name, source, start }) => {
      const { line } = source.lineAndColumn(start);
      return `at ${name ?? '<ScriptBlock>'}, ${source.file ?? '<No file>'}: line ${line}`;
    })
    .join('\n');
}
