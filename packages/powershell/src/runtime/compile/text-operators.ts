import { scriptError } from '../errors/script-error.ts';
import type { Frame } from '../engine/frame.ts';
import { callWithItem } from '../engine/call-block.ts';
import { replace } from '../operators/match.ts';
import type { CaseRule } from '../operators/compare.ts';
import { split, splitBy, splitOptions } from '../operators/split-join.ts';
import { RegexMatch } from '../values/regex-match.ts';
import { listOf } from '../values/enumerate.ts';
import { valueOrNull } from '../values/nothing.ts';
import { isNumeric, toNumber } from '../values/number-types.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { toText } from '../values/to-text.ts';
import type { Expression } from './compiled.ts';

/** `-replace pattern, replacement`; the replacement may be a script block that sees the match as `$_`. */
export function replaceOperator(rule: CaseRule, left: Expression, right: Expression): Expression {
  return (frame) => {
    const value = valueOrNull(left(frame));
    const operand = valueOrNull(right(frame));
    const [pattern, replacement = '', ...more] = listOf(operand) ?? [operand];
    if (more.length > 0) {
      throw scriptError(
        'BadReplaceArgument',
        [rule === 'ignore case' ? 'ireplace' : 'creplace', String(more.length + 2)].map((each) =>
          each.replace('ireplace', 'replace'),
        ),
      );
    }
    const replacer = replacerOf(frame, replacement);
    const items = listOf(value);
    if (!items) return replace(toText(value), pattern, replacer, rule);
    return items.map((item) => replace(toText(item), pattern, replacer, rule));
  };
}

function replacerOf(frame: Frame, replacement: unknown): string | ((match: RegExpExecArray) => string) {
  if (!(replacement instanceof ScriptBlock)) return toText(replacement);
  return (match) => toText(callWithItem(frame, replacement, new RegexMatch(match)));
}

/** `-split separator, maximum, options`; the separator may be a script block. */
export function splitOperator(rule: CaseRule, left: Expression, right: Expression): Expression {
  return (frame) => {
    const value = left(frame);
    const operand = valueOrNull(right(frame));
    const [separator, ...options] = listOf(operand) ?? [operand];
    if (!(separator instanceof ScriptBlock)) return split(value, toText(separator), splitOptions(options, rule));
    const maximum = isNumeric(options[0]) ? toNumber(options[0]) : 0;
    return splitBy(value, (character) => callWithItem(frame, separator, character), maximum);
  };
}
