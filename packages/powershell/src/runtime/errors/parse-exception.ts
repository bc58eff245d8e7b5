import { positionMessage } from '../../format/position-message.ts';
import type { ParseError } from '../../syntax/parse-error.ts';
import { ErrorRecord, ExceptionValue } from '../values/error-record.ts';
import { errorPosition } from './error-position.ts';
import type { ScriptSource } from './script-position.ts';

/** A message tells no more errors than these. */
const shownErrors = 10;

/** The record of what is wrong with a script's text. Source: ParseException.Message. */
export function parseErrorRecord(source: ScriptSource, errors: readonly ParseError[]): ErrorRecord {
  const texts = errors.slice(0, shownErrors).map((error) => errorText(source, error));
  const type = 'System.Management.Automation.ParseException';
  const exception = new ExceptionValue(type, texts.join('\n\n'), undefined, {
    Errors: [...errors],
  });
  return new ErrorRecord({
    exception,
    id: errors[0]?.id ?? 'ParseException',
    category: 'ParserError',
  });
}

function errorText(source: ScriptSource, { start, end, message }: ParseError): string {
  return `${positionMessage(errorPosition({ source, start, end }))}\n${message}`;
}

/** Shows where the first thing is that is wrong, instead of whoever wanted the text. */
export function locateParseError(record: ErrorRecord, source: ScriptSource): void {
  const [first] = record.exception.details['Errors'] as readonly ParseError[];
  if (first) record.locate({ source, start: first.start, end: first.end });
}
