import { typeNameOf } from '../types/type-of.ts';
import { displayTypeName, shortTypeName } from '../types/display-type-name.ts';
import { Boxed } from './boxed.ts';
import { DictionaryEntry } from './dictionary.ts';
import { elementsOf } from './enumerate.ts';
import { ErrorRecord, ExceptionValue } from './error-record.ts';
import { Char, isNumeric } from './number-types.ts';
import { foreignTraits } from './foreign-value.ts';
import { languageNumberText, numberText } from './number-text.ts';
import { nothing } from './nothing.ts';
import { CustomObject, membersOf } from './ps-object.ts';
import { runningSession } from './running-session.ts';
import { ScriptBlock } from './script-block.ts';
import { SwitchParameter } from './switch-parameter.ts';
import { TypeValue } from './type-value.ts';

/** A value as text, as a string with `$x` in it has it; elements are joined by a space. Source: PSObject.ToString. */
export function toText(value: unknown, separator = ' '): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined || value === nothing) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (isNumeric(value)) return languageNumberText(value);
  if (value instanceof Boxed) return toText(value.value, separator);
  if (value instanceof TypeValue) return shortTypeName(value.type.name);
  const elements = elementsOf(value);
  return elements ? Array.from(elements, elementText).join(separator) : plainText(value as object);
}

/** An element that is a list itself is not opened; a number is as it was written. */
export const elementText = (item: unknown): string =>
  elementsOf(item) || item instanceof Boxed ? plainText(item) : toText(item);

/** What ToString() of the value itself gives; an array is not opened. */
export function plainText(value: unknown): string {
  if (isNumeric(value)) return numberText(value);
  if (typeof value !== 'object' || value === null) return toText(value);
  if (value instanceof Char) return value.value;
  if (value instanceof CustomObject) return hasText(value) ? value.text() : customObjectText(value);
  if (value instanceof Boxed) return boxedText(value);
  if (value instanceof ScriptBlock) return value.code.text;
  if (value instanceof TypeValue) return displayTypeName(value.type.name);
  if (value instanceof ErrorRecord) return value.message;
  if (value instanceof ExceptionValue) return `${value.typeName}: ${value.message}`;
  if (value instanceof SwitchParameter) return value.isPresent ? 'True' : 'False';
  if (value instanceof DictionaryEntry) return 'System.Collections.DictionaryEntry';
  const foreign = foreignTraits(value);
  if (foreign) return foreign.text(value);
  return hasText(value) ? value.text() : displayTypeName(typeNameOf(value));
}

/** Whether a value brings a text of its own along. */
export const hasText = (value: object): value is { text(): string } =>
  'text' in value && typeof value.text === 'function';

const boxedText = (value: Boxed): string => ownText(value) ?? value.written ?? toText(value.value);

/** What a script's method of that name says. */
function ownText(value: object): string | undefined {
  const own = membersOf(value)?.get('ToString');
  return own?.kind === 'method'
    ? toText(runningSession().callBlock(own.script, { variables: { this: value } }))
    : undefined;
}

/** `@{a=1; b=2}`. */
export function customObjectText(value: CustomObject, textOf: (content: unknown) => string = toText): string {
  const own = ownText(value);
  if (own !== undefined) return own;
  if (value.members.size === 0) return '';
  const notes = [...value.members].filter((member) => member.kind === 'note');
  return `@{${notes.map(({ name, value: content }) => `${name}=${noteText(content, textOf)}`).join('; ')}}`;
}

function noteText(value: unknown, textOf: (content: unknown) => string): string {
  if (value instanceof CustomObject) return '';
  return Array.isArray(value) ? displayTypeName(typeNameOf(value)) : textOf(value);
}
