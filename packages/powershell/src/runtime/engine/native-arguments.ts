import { expandGlob } from '../../providers/expand-glob.ts';
import type { Argument } from '../binder/argument.ts';
import { elementsOf } from '../values/enumerate.ts';
import { isNumeric } from '../values/number-types.ts';
import { toText } from '../values/to-text.ts';
import type { Frame } from './frame.ts';

/** A program's arguments as text, one for each. Source: NativeCommandParameterBinder, with PSNativeCommandArgumentPassing Standard. */
export function nativeArguments(frame: Frame, given: readonly Argument[]): string[] {
  return given.flatMap((argument) => {
    if (argument.kind === 'value') return valueTexts(frame, argument);
    if (!argument.argument) return [argument.text];
    const [first = '', ...rest] = textsOf(argument.argument.value);
    return [argument.text + first, ...rest];
  });
}

/** Elements are arguments of their own; $null is none. */
function textsOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  const elements = elementsOf(value);
  return elements ? Array.from(elements).flatMap((element) => textsOf(element)) : [toText(value)];
}

/** Text that is not in quotes may stand for files, and a number stays as it is written. */
function valueTexts(frame: Frame, { value, start, end }: Argument & { kind: 'value' }): string[] {
  const written = frame.source.text.slice(start, end);
  if (isNumeric(value) && /^[+-]?\.?\d[\w.+-]*$/.test(written)) return [written];
  return typeof value === 'string' && !isQuoted.test(written) ? expandGlob(frame.session, value) : textsOf(value);
}

const isQuoted = /^@?["'\u2018-\u201E]/;
