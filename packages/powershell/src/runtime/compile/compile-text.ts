import { parse } from '../../syntax/parser/parse.ts';
import { ScriptError } from '../errors/script-error.ts';
import { ScriptSource } from '../errors/script-position.ts';
import { ErrorRecord, ExceptionValue } from '../values/error-record.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { compileScriptBlock } from './compile-script-block.ts';

/** Makes a script block of text; the first thing that is wrong with it is thrown. */
export function compileText(text: string, file?: string): ScriptBlock {
  const source = new ScriptSource(text, file);
  const { ast, errors } = parse(text);
  const [first] = errors;
  if (!first) return new ScriptBlock(compileScriptBlock(source, ast));
  const exception = new ExceptionValue('System.Management.Automation.ParseException', first.message);
  const record = new ErrorRecord({ exception, id: first.id, category: 'ParserError' });
  throw new ScriptError(record);
}
