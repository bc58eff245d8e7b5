import type { ErrorPosition, ErrorShape } from './error-shape.ts';
import type { FormatStyle } from './line-output.ts';
import { type MarkedLine, markLine } from './position-message.ts';

export interface ErrorViewOptions {
  readonly style: FormatStyle;
  /** The window's width, at which messages below a source line are broken; 0 never breaks them. */
  readonly windowWidth: number;
}

/** Line numbers stand in a column of four. */
const numberWidth = 4;

/** `Command: message`, or with the source line above the message when it comes from a script. Source: the original's ConciseView. */
export function conciseView(error: ErrorShape, options: ErrorViewOptions): string {
  const { style } = options;
  const position = error.invocation?.position;
  const shown = position && showsLine(error, position) ? position : undefined;
  const body = shown ? lineForm(error, shown, options) : messageForm(error, options);
  const action = error.recommendedAction?.trim()
    ? `\n${style.error}  Recommendation: ${error.recommendedAction}${style.reset}`
    : '';
  const details = error.messageDetails ? `${style.error} : ${error.messageDetails}` : '';
  return `${details}${style.error}${reasonOf(error)}: ${body}${style.reset}${action}`;
}

/** The source line is shown for scripts and parse errors, not inside script modules. */
function showsLine({ categoryInfo, standsForRecord }: ErrorShape, { file, line }: ErrorPosition): boolean {
  const isParseError = categoryInfo.category === 'ParserError' && standsForRecord === true;
  return (isParseError || Boolean(file) || line > 1) && !/\.psm1$/i.test(file ?? '');
}

function reasonOf({ categoryInfo, invocation, thrown }: ErrorShape): string {
  if (thrown) return 'Exception';
  const { activity, category, reason } = categoryInfo;
  const named = category === 'NotSpecified' ? '' : category;
  if (invocation?.command || activity || invocation?.isBlock) return invocation?.command || activity;
  return invocation?.invocationName || named || reason || 'Error';
}

function messageForm(error: ErrorShape, { style, windowWidth }: ErrorViewOptions): string {
  const message = messageOf(error);
  const text = breaksMessage(error) ? `${foldMessage(message, { prefix: '', windowWidth, styled: '' })}\n` : message;
  return style.error + text;
}

function lineForm(error: ErrorShape, position: ErrorPosition, { style, windowWidth }: ErrorViewOptions): string {
  const number = String(position.line);
  const more = ' '.repeat(Math.max(0, number.length - numberWidth));
  const where = position.file ? `${style.reset}${position.file}:${number}\n` : '\n';
  const prefix = `${more}     | `;
  const styled = `${style.errorAccent}${prefix}${style.error}`;
  const heading = `${where}${style.errorAccent}${more}Line |\n`;
  const source = sourceLines(position, { number: number.padStart(numberWidth), styled, style });
  const message = messageOf(error);
  const text = breaksMessage(error) ? `${foldMessage(message, { prefix, windowWidth, styled })}\n` : styled + message;
  return heading + source + style.error + text;
}

interface SourceOptions {
  readonly number: string;
  readonly styled: string;
  readonly style: FormatStyle;
}

function sourceLines(position: ErrorPosition, { number, styled, style }: SourceOptions): string {
  const line = markLine(position) ?? { text: '', start: 0, length: 1 };
  const underline = ' '.repeat(line.start + 1) + '~'.repeat(line.length);
  return `${style.errorAccent}${number} | ${style.reset}${coloured(line, style)}\n${styled}${underline}\n`;
}

/** A blank stands before the source; a mark of the whole line is not coloured. */
function coloured({ text, start, length }: MarkedLine, { errorAccent, reset }: FormatStyle): string {
  const line = ` ${text}`;
  if (length >= line.length) return line;
  const at = start + 1;
  return line.slice(0, at) + errorAccent + line.slice(at, at + length) + reset + line.slice(at + length);
}

function messageOf({ categoryInfo, details, message }: ErrorShape): string {
  if (details) return details;
  const afterMark = categoryInfo.category === 'ParserError' ? message.split('~\n')[1] : undefined;
  return afterMark === undefined ? message : afterMark.split('\n\n')[0]!;
}

function breaksMessage({ categoryInfo, invocation }: ErrorShape): boolean {
  return Boolean(invocation?.position?.file) || categoryInfo.category === 'ParserError';
}

interface FoldOptions {
  readonly prefix: string;
  readonly styled: string;
  readonly windowWidth: number;
}

/** Makes one paragraph of the message and breaks it between words; a word that is too long stays whole on a line of its own. */
function foldMessage(message: string, { prefix, styled, windowWidth }: FoldOptions): string {
  let rest = message.replaceAll(/[\n\t]/g, ' ');
  if (windowWidth <= 0 || prefix.length + rest.length <= windowWidth) return styled + rest;
  const lines: string[] = [];
  while (prefix.length + rest.length > windowWidth) {
    const whole = prefix + rest;
    const cut = whole.slice(0, windowWidth).search(/\s\S*$/);
    const end = cut < 0 ? windowWidth : cut;
    if (end <= prefix.length && lines.length > 0) break;
    lines.push(end <= prefix.length ? styled.trimEnd() : styled + whole.slice(prefix.length, end));
    rest = whole.slice(Math.max(prefix.length, end)).trim();
    if (end <= prefix.length) break;
  }
  return [...lines, styled + rest].join('\n');
}
