import type { CommandElementAst } from '../../syntax/ast.ts';
import type { Argument } from '../binder/argument.ts';
import type { Frame } from '../engine/frame.ts';
import { parameterNames } from '../engine/parameter-marks.ts';
import { Dictionary } from '../values/dictionary.ts';
import { listOf } from '../values/enumerate.ts';
import { valueOrNull } from '../values/nothing.ts';
import { toText } from '../values/to-text.ts';
import { charactersOf } from '../values/typed-array.ts';
import type { Compiler } from './compiler.ts';
import { constantValue } from './constants.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Evaluates an element of a command; a splatted one becomes several. */
export type ArgumentOf = (frame: Frame) => readonly Argument[];

/** The arguments of a call, evaluated. */
export function argumentsOf(elements: readonly ArgumentOf[], frame: Frame): Argument[] {
  const args: Argument[] = [];
  for (const element of elements) for (const argument of element(frame)) args.push(argument);
  return args;
}

export function compileArgument(c: Compiler, ast: CommandElementAst): ArgumentOf {
  if (ast.type === 'CommandParameter') return compileParameter(c, ast);
  const { start, end } = ast;
  if (ast.type === 'VariableExpression' && ast.splatted) {
    const value = c.expression(ast);
    return (frame) => splat(valueOrNull(value(frame)), { start, end });
  }
  const value = c.expression(ast);
  if (ast.type === 'ArrayLiteral') return (frame) => [{ kind: 'value', value: value(frame), listed: true, start, end }];
  const written = writtenNumber(c, ast);
  const endsParameters = isEnd(c, ast);
  if (written === undefined && !endsParameters) {
    return (frame) => [{ kind: 'value', value: valueOrNull(value(frame)), start, end }];
  }
  return (frame) => [{ kind: 'value', value: valueOrNull(value(frame)), start, end, written }];
}

/** Whether an argument's text is more than its value: `007` to a parameter for text, `--`. */
export const saysMore = (c: Compiler, ast: CommandElementAst): boolean =>
  isEnd(c, ast) || writtenNumber(c, ast) !== undefined;

/** The text of a number that says more than its value: `007`, `1.10`. */
function writtenNumber(c: Compiler, ast: CommandElementAst): string | undefined {
  if (ast.type !== 'ConstantExpression') return undefined;
  const text = c.source.text.slice(ast.start, ast.end);
  return text === toText(constantValue(ast.valueType, ast.value)) ? undefined : text;
}

const isEnd = (c: Compiler, { type, start, end }: CommandElementAst): boolean =>
  type === 'CommandParameter' && c.source.text.slice(start, end) === '--';

function compileParameter(c: Compiler, ast: CommandElementAst & { type: 'CommandParameter' }): ArgumentOf {
  const { parameterName: name, argument, start, end } = ast;
  const text = c.source.text.slice(start, argument ? ast.errorEnd : end);
  if (text === '--') return () => [{ kind: 'value', value: text, endsParameters: true, start, end }];
  if (!argument) return () => [{ kind: 'parameter', name, text, start, end }];
  const value = c.expression(argument);
  const written = writtenNumber(c, argument);
  const place = { start: argument.start, end: argument.end };
  return (frame) => [
    { kind: 'parameter', name, text, argument: { value: valueOrNull(value(frame)), written, place }, start, end },
  ];
}

/** `@values`: a map gives parameters, a list positional arguments, `$args` what the call before was given. */
function splat(value: unknown, place: Place): readonly Argument[] {
  if (value instanceof Dictionary) return splatMap(value, place);
  if (typeof value === 'string') return charactersOf(value).map((each) => ({ kind: 'value', value: each, ...place }));
  const names = Array.isArray(value) ? parameterNames(value) : undefined;
  return (listOf(value) ?? [value]).map((each, index): Argument => {
    const name = names?.get(index);
    if (name === undefined) return { kind: 'value', value: each, ...place };
    return { kind: 'parameter', name, text: toText(each), ...place };
  });
}

const splatMap = (map: Dictionary, place: Place): readonly Argument[] =>
  Array.from(map.pairs(), ([key, value]) => {
    const name = toText(key);
    return { kind: 'parameter', name, text: `-${name}:`, argument: { value }, splatted: true, ...place };
  });
