import { expandGlob } from '../../providers/expand-glob.ts';
import type { Argument, NamedArgument } from '../binder/argument.ts';
import { elementsOf } from '../values/enumerate.ts';
import { isNumeric } from '../values/number-types.ts';
import { toText } from '../values/to-text.ts';
import type { Frame } from './frame.ts';

const verbatimMark = '--%';

/** A program's arguments as text, one for each. Source: NativeCommandParameterBinder, with PSNativeCommandArgumentPassing Standard. */
export function nativeArguments(frame: Frame, given: readonly Argument[]): string[] {
  const mark = given.findIndex((argument) => argument.kind === 'value' && argument.value === verbatimMark);
  if (mark < 0) return given.flatMap((argument) => textsOf(frame, argument));
  const verbatim = given.slice(mark + 1).flatMap((argument) => verbatimTexts(frame, argument));
  return [...given.slice(0, mark).flatMap((argument) => textsOf(frame, argument)), ...verbatim];
}

/** Behind `--%` the words are as they are written, but for `%NAME%`. */
function verbatimTexts({ session }: Frame, argument: Argument): string[] {
  const text = toText(argument.kind === 'value' ? argument.value : argument.text);
  const expanded = text.replaceAll(/%([^%]+)%/g, (whole, name: string) => session.environment.get(name) ?? whole);
  return expanded.split(' ').filter((word) => word !== '');
}

function textsOf(frame: Frame, argument: Argument): string[] {
  if (argument.kind === 'parameter') return parameterTexts(frame, argument);
  const written = frame.source.text.slice(argument.start, argument.end);
  if (isNumeric(argument.value) && /^[+-]?\.?\d[\w.+-]*$/.test(written)) return [written];
  if (typeof argument.value === 'string' && isQuoted.test(written)) return [argument.value];
  return valueTexts(frame, argument.value, argument.listed ? written : undefined);
}

/** Each element is an argument with the parameter before it. */
function parameterTexts(frame: Frame, { text, argument, start }: NamedArgument): string[] {
  if (!argument) return [text];
  const values = valueTexts(frame, argument.value, argument.written);
  if (values.length === 0) return [text];
  const isApart = argument.place !== undefined && argument.place.start > start + text.length;
  return values.flatMap((value) => (isApart ? [text, value] : [text + value]));
}

/** Elements are arguments of their own, but for those of a list that stands there `as written`; $null is none. */
function valueTexts({ session }: Frame, value: unknown, written: string | undefined): string[] {
  const texts: string[] = [];
  for (const element of elementsOf(value) ?? [value]) {
    if (element === null || element === undefined) continue;
    const text = toText(element);
    if (text === '' || isSpaced(text)) texts.push(text);
    else if (written === undefined) texts.push(...expandGlob(session, text));
    else return [...texts, ...wordsOf(written).flatMap((word) => expandGlob(session, word))];
  }
  return texts;
}

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** Whether white space stands outside of double quotes. */
const isSpaced = (text: string): boolean => /\s/.test(text.replaceAll(/(?<!\\)"(?:[^"]|(?<=\\)")*(?:(?<!\\)"|$)/g, ''));

const isQuoted = /^@?["'\u2018-\u201E]/;
