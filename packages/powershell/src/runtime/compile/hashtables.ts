import type { HashtableAst } from '../../syntax/ast.ts';
import { locatedAt } from '../errors/located-at.ts';
import { scriptError } from '../errors/script-error.ts';
import type { Dictionary } from '../values/dictionary.ts';
import { Hashtable } from '../values/dictionary.ts';
import { operand } from '../values/boxed.ts';
import { nothing } from '../values/nothing.ts';
import { toText } from '../values/to-text.ts';
import type { Compiler } from './compiler.ts';
import type { Expression } from './compiled.ts';

/** `@{ key = value }`. */
export const compileHashtable = (c: Compiler, ast: HashtableAst): Expression =>
  hashtableInto(c, ast, () => new Hashtable());

/** The pairs in a map of the caller's kind. */
export function hashtableInto(c: Compiler, { pairs }: HashtableAst, make: () => Dictionary): Expression {
  const compiled = pairs.map(([key, value]) => [c.expression(key), c.value(value), key] as const);
  return (frame) => {
    const map = make();
    for (const [key, value, place] of compiled) {
      const given = operand(key(frame));
      if (given === null) locatedAt(frame, place, nullKey);
      addPair(map, given, value(frame));
    }
    return map;
  };
}

function nullKey(): never {
  throw scriptError('InvalidNullKey');
}

function addPair(map: Dictionary, key: unknown, value: unknown): void {
  if (map.has(key)) throw scriptError('DuplicateKeyInHashLiteral', [toText(key)]);
  map.set(key, value === nothing ? null : value);
}
