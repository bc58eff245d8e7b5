import { type ParseErrorId, parseError } from '../../syntax/parse-error.ts';
import { ScriptError } from '../errors/script-error.ts';
import type { ScriptSource } from '../errors/script-position.ts';
import { ErrorRecord, ExceptionValue } from '../values/error-record.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Refuses a type as a mistake of the script's text at this place. */
export type RefuseType = (id: ParseErrorId, span: Span, ...values: string[]) => never;

export const refuseIn =
  (source: ScriptSource): RefuseType =>
  (id, { start, end }, ...values) => {
    const { message } = parseError(id, { start, end, arguments: values });
    const exception = new ExceptionValue('System.Management.Automation.ParseException', message);
    const record = new ErrorRecord({ exception, id, category: 'ParserError' });
    record.locate({ source, start, end });
    throw new ScriptError(record);
  };
