import type { ParseError } from '../../syntax/parse-error.ts';
import { parse, type ParseResult } from '../../syntax/parser/parse.ts';
import { parseErrorRecord } from '../errors/parse-exception.ts';
import { ScriptError } from '../errors/script-error.ts';
import { ScriptSource } from '../errors/script-position.ts';
import type { TypeRegistry } from '../types/type-registry.ts';
import { knownTypes } from '../values/running-session.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { compileScriptBlock } from './compile-script-block.ts';

/** Makes a script block of text; what is wrong with it is thrown. */
export function compileText(text: string, file?: string): ScriptBlock {
  const source = new ScriptSource(text, file);
  const { ast, errors } = parseKnowing(text, knownTypes());
  if (errors.length > 0) throw new ScriptError(parseErrorRecord(source, errors));
  return new ScriptBlock(compileScriptBlock(source, ast));
}

/** Parses where more types are known than those of .NET and of the script itself: a class may use them. */
export function parseKnowing(text: string, types: TypeRegistry): Pick<ParseResult, 'ast' | 'errors'> {
  const { ast, errors } = parse(text);
  const isKnown = ({ id, start, end }: ParseError): boolean =>
    id === 'TypeNotFound' && types.find(text.slice(start, end)) !== undefined;
  return { ast, errors: errors.filter((error) => !isKnown(error)) };
}
