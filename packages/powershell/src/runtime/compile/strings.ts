import type { ExpandableStringExpressionAst, ExpressionAst } from '../../syntax/ast.ts';
import type { Frame } from '../engine/frame.ts';
import { valueOrNull } from '../values/nothing.ts';
import { toText } from '../values/to-text.ts';
import { compileVariable } from './variables.ts';
import type { Compiler } from './compiler.ts';
import type { Expression } from './compiled.ts';

/** `"a $b $(c)"`: the constant parts with the nested expressions' texts between. */
export function compileExpandable(
  c: Compiler,
  { formatString, nestedExpressions }: ExpandableStringExpressionAst,
): Expression {
  const { texts, places } = cutFormat(formatString);
  const expressions = places.map((place) => compilePart(c, nestedExpressions[place]!));
  return (frame) => {
    let text = texts[0]!;
    for (let index = 0; index < expressions.length; index++) {
      text += textIn(frame, expressions[index]!(frame)) + texts[index + 1]!;
    }
    return text;
  };
}

/** The text of a value between others. */
export function textIn(frame: Frame, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && value === (value | 0)) return `${value}`;
  return toText(value, outputSeparator(frame));
}

/** Strict mode lets a variable be empty in a string until its second version. */
const compilePart = (c: Compiler, ast: ExpressionAst): Expression =>
  ast.type === 'VariableExpression' ? compileVariable(c, ast, { strictFrom: 2 }) : c.expression(ast);

/** `$OFS` stands between the elements of a list. */
export function outputSeparator(frame: Frame): string {
  const variable = frame.scope.find('ofs');
  return valueOrNull(variable?.value) === null ? ' ' : toText(variable?.value);
}

/** A format's constant parts, and which nested expression stands behind each but the last. */
export function cutFormat(format: string): { texts: string[]; places: number[] } {
  const texts = [''];
  const places: number[] = [];
  for (const [all, place] of format.matchAll(/\{\{|\}\}|\{(\d+)\}|[^{}]+/g)) {
    if (place === undefined) texts[texts.length - 1] += all === '{{' ? '{' : all === '}}' ? '}' : all;
    else {
      places.push(Number(place));
      texts.push('');
    }
  }
  return { texts, places };
}
