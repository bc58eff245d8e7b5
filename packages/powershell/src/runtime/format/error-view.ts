import type { ErrorRecord } from '../values/error-record.ts';

const prefix = '     | ';

/** An error as the original shows it: ConciseView, fitted to the screen. */
export function errorView(record: ErrorRecord, width: number): string {
  const label = labelOf(record);
  const { position } = record;
  const message = record.message;
  if (!position?.source.file || isReported(record)) return `${label}: ${message}\n`;
  const { line, column } = position.source.lineAndColumn(position.start);
  const text = position.source.line(line);
  const shown = Math.max(1, Math.min(position.end - position.start, text.length - column + 1));
  const number = String(line).padStart(4);
  return [
    `${label}: ${position.source.file}:${line}`,
    'Line |',
    `${number} |  ${text}`,
    `     |  ${' '.repeat(column - 1)}${'~'.repeat(shown)}`,
    wrapMessage(message.replaceAll(/\r?\n|\t/g, ' '), width),
    '',
  ].join('\n');
}

/** Write-Error at the top of a script shows its text alone. */
const isReported = (record: ErrorRecord): boolean =>
  record.exception.typeName === 'Microsoft.PowerShell.Commands.WriteErrorException';

function labelOf({ exception, command, activity, category, reason }: ErrorRecord): string {
  if (exception.thrown) return 'Exception';
  return command || activity || (category === 'NotSpecified' ? reason : category);
}

/** The message cut at white space, every line behind the bar. */
function wrapMessage(message: string, width: number): string {
  const whole = prefix + message;
  if (whole.length <= width) return whole;
  const first = truncated(whole, width);
  const lines = [first];
  let rest = whole.slice(first.length).trim();
  while (rest.length + prefix.length > width) {
    const line = truncated(prefix + rest, width);
    if (line.length <= prefix.length) break;
    lines.push(line);
    rest = rest.slice(line.length - prefix.length).trim();
  }
  return [...lines, prefix + rest].join('\n');
}

function truncated(text: string, width: number): string {
  if (text.length <= width) return text;
  const cut = text.slice(0, width);
  const space = cut.search(/\s\S*$/);
  return space < 0 ? cut : cut.slice(0, space);
}
