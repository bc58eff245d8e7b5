import { parse } from '../../syntax/parser/parse.ts';
import { parseErrorRecord } from '../errors/parse-exception.ts';
import { ScriptError } from '../errors/script-error.ts';
import { ScriptSource } from '../errors/script-position.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { compileScriptBlock } from './compile-script-block.ts';

/** Makes a script block of text; what is wrong with it is thrown. */
export function compileText(text: string, file?: string): ScriptBlock {
  const source = new ScriptSource(text, file);
  const { ast, errors } = parse(text);
  if (errors.length > 0) throw new ScriptError(parseErrorRecord(source, errors));
  return new ScriptBlock(compileScriptBlock(source, ast));
}
