import type { Cmdlet, CmdletDefinition, ParametersOf, ResultOf, Session } from '@cutover/core';
import { findCmdlet, outputOf } from '@cutover/core/metadata';
import { formatRecords } from '@cutover/shell';

const bold = (text: string): string =>
  process.stdout.isTTY && !process.env['NO_COLOR'] ? `\u001B[1m${text}\u001B[22m` : text;

/** A headline of the walk-through. */
export function title(text: string): void {
  console.log(`${bold(`── ${text} ${'─'.repeat(Math.max(0, 76 - text.length))}`)}\n`);
}

/** Runs a cmdlet through the SDK; shows the command line that it is, and its output as the shell shows it. */
export async function run<D extends CmdletDefinition>(
  session: Session,
  cmdlet: Cmdlet<D>,
  parameters: ParametersOf<D>,
): Promise<ResultOf<D>> {
  console.log(bold(commandLine(cmdlet.definition.name, parameters)));
  const result = await (cmdlet as unknown as AnyCmdlet<ResultOf<D>>)(session, parameters);
  const object = outputOf(findCmdlet(cmdlet.definition.name)!);
  const records = [result].flat().filter((record) => record !== undefined) as Record<string, unknown>[];
  if (object)
    console.log(
      formatRecords(records, object, { width: process.stdout.columns || 120, emphasize: (text) => text }).trimEnd(),
    );
  console.log();
  return result;
}

type AnyCmdlet<R> = (session: Session, parameters: object) => Promise<R>;

/** The call as it would be typed; a credential shows its user name alone. */
function commandLine(name: string, parameters: object): string {
  const terms = Object.entries(parameters).map(([parameter, value]) =>
    value === true ? `-${parameter}` : `-${parameter} ${argument(value)}`,
  );
  return ['PS>', name, ...terms].join(' ');
}

function argument(value: unknown): string {
  if (Array.isArray(value)) return value.map(argument).join(', ');
  if (typeof value === 'object' && value !== null && 'userName' in value)
    return `(Get-Credential ${String(value.userName)})`;
  return String(value);
}

/** Keeps one line up to date on a terminal; elsewhere each new text is a line of its own. */
export function liveLine(): { show(text: string): void; end(): void } {
  let last = '';
  const live = process.stdout.isTTY;
  return {
    show: (text) => {
      if (text === last) return;
      process.stdout.write(live ? `\r\u001B[K${text}` : `${text}\n`);
      last = text;
    },
    end: () => {
      if (live) process.stdout.write('\n');
    },
  };
}
