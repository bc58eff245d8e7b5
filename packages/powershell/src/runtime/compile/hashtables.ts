import type { HashtableAst } from '../../syntax/ast.ts';
import { scriptError } from '../errors/script-error.ts';
import type { Dictionary } from '../values/dictionary.ts';
import { Hashtable } from '../values/dictionary.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { toText } from '../values/to-text.ts';
import type { Compiler } from './compiler.ts';
import type { Expression } from './compiled.ts';

/** `@{ key = value }`. */
export const compileHashtable = (c: Compiler, ast: HashtableAst): Expression =>
  hashtableInto(c, ast, () => new Hashtable());

/** The pairs in a map of the caller's kind. */
export function hashtableInto(c: Compiler, { pairs }: HashtableAst, make: () => Dictionary): Expression {
  const compiled = pairs.map(([key, value]) => [c.expression(key), c.value(value)] as const);
  return (frame) => {
    const map = make();
    for (const [key, value] of compiled) addPair(map, valueOrNull(key(frame)), value(frame));
    return map;
  };
}

function addPair(map: Dictionary, key: unknown, value: unknown): void {
  if (key === null) throw scriptError('InvalidNullKey');
  if (map.has(key)) throw scriptError('DuplicateKeyInHashLiteral', [toText(key)]);
  map.set(key, value === nothing ? null : value);
}
