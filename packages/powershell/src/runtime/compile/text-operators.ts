import type { RegexMatch } from '../../dotnet/index.ts';
import { locatedAt } from '../errors/located-at.ts';
import { scriptError } from '../errors/script-error.ts';
import type { Frame } from '../engine/frame.ts';
import { callWithItem } from '../engine/call-block.ts';
import { replacePattern } from '../operators/match.ts';
import type { CaseRule } from '../operators/compare.ts';
import { split, splitBy, splitOptions } from '../operators/split-join.ts';
import { listOf } from '../values/enumerate.ts';
import { valueOrNull } from '../values/nothing.ts';
import { isNumeric, toNumber } from '../values/number-types.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { plainText, toText } from '../values/to-text.ts';
import type { Expression } from './compiled.ts';

export interface Replacing {
  readonly left: Expression;
  readonly right: Expression;
  /** Of the operator, which a wrong number of operands shows. */
  readonly place: { readonly start: number; readonly end: number };
}

/** `-replace pattern, replacement`; the replacement may be a script block that sees the match as `$_`. */
export function replaceOperator(rule: CaseRule, { left, right, place }: Replacing): Expression {
  const name = rule === 'ignore case' ? 'replace' : 'creplace';
  return (frame) => {
    const value = valueOrNull(left(frame));
    const operand = valueOrNull(right(frame));
    const parts = listOf(operand) ?? [operand];
    if (parts.length > 2) {
      locatedAt(frame, place, () => {
        throw scriptError('BadReplaceArgument', [name, String(parts.length)], { target: operand });
      });
    }
    const [pattern = '', replacement = ''] = parts;
    const regex = replacePattern(pattern, rule);
    const replacer = replacerOf(frame, valueOrNull(replacement));
    const items = listOf(value);
    if (!items) return regex.replace(toText(value), replacer);
    return items.map((item) => regex.replace(toText(item), replacer));
  };
}

function replacerOf(frame: Frame, replacement: unknown): string | ((match: RegexMatch) => string) {
  if (!(replacement instanceof ScriptBlock)) return toText(replacement);
  return (match) => toText(callWithItem(frame, replacement, match));
}

/** `-split separator, maximum, options`; the separator may be a script block. */
export function splitOperator(rule: CaseRule, left: Expression, right: Expression): Expression {
  return (frame) => {
    const value = left(frame);
    const operand = valueOrNull(right(frame));
    const [separator, ...options] = listOf(operand) ?? [operand];
    if (separator === undefined)
      throw scriptError('BadOperatorArgument', ['-split', plainText(operand)], { target: operand });
    if (!(separator instanceof ScriptBlock)) return split(value, toText(separator), splitOptions(options, rule));
    if (options.length > 1) throw scriptError('InvalidSplitOptionWithPredicate');
    const maximum = isNumeric(options[0]) ? toNumber(options[0]) : 0;
    return splitBy(value, (character) => callWithItem(frame, separator, character), maximum);
  };
}
