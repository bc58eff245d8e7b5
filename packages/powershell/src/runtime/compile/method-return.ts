import type { ReturnStatementAst } from '../../syntax/ast.ts';
import { convertTo } from '../conversions/convert.ts';
import { locatedAt } from '../errors/located-at.ts';
import { valueOrNull } from '../values/nothing.ts';
import { resolveType } from './casts.ts';
import type { Compiler } from './compiler.ts';
import type { Signal, Statement } from './compiled.ts';

export const returnSignal: Signal = { kind: 'return' };

/** `return` in a method of a class: gives the call its value, in the type that the method declares. */
export function compileMethodReturn(c: Compiler, { pipeline }: ReturnStatementAst): Statement {
  if (!pipeline) return () => returnSignal;
  const value = c.value(pipeline);
  const returnType = c.method?.returnType;
  return (frame) => {
    frame.position = pipeline;
    const given = valueOrNull(value(frame));
    frame.returned = returnType
      ? locatedAt(frame, pipeline, () => convertTo(given, resolveType(frame, returnType)))
      : given;
    return returnSignal;
  };
}
