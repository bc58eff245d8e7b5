import type { ScriptSource } from '../../errors/script-position.ts';
import { Compiler, type Grammar } from '../compiler.ts';

/** A compiler of nothing: for what only asks it for places of variables, and runs nothing. */
export function testCompiler(source: ScriptSource): Compiler {
  const refuse = (): never => {
    throw new Error('Nothing is compiled here.');
  };
  const grammar: Grammar = {
    expression: () => refuse,
    statement: () => refuse,
    block: () => refuse,
    value: () => refuse,
    scriptBlock: refuse,
  };
  return new Compiler(source, grammar);
}
