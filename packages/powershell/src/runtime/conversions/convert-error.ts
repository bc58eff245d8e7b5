import { scriptError } from '../errors/script-error.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { typeNameOf } from '../types/type-of.ts';
import { plainText, toText } from '../values/to-text.ts';

/** `Cannot convert the "x" value of type "A" to type "B".`, or what is said of `$null`. */
export function cannotConvert(value: unknown, typeName: string): Error {
  const target = displayTypeName(typeName);
  if (value === null) return scriptError('NullToValueType', [target]);
  return scriptError('ConvertToFinalInvalidCastException', [
    plainText(value),
    displayTypeName(typeNameOf(value)),
    target,
  ]);
}

/** `Cannot convert value "x" to type "B". Error: "…"`. */
export const badValue = (value: unknown, typeName: string, reason: string): Error =>
  scriptError('InvalidCastFromStringToNumber', [toText(value), displayTypeName(typeName), reason]);

export const notFormatted = (text: string): string => `The input string '${text}' was not in a correct format.`;

const article = (name: string): string => (/^[AEIO]/.test(name) ? 'an' : 'a');

/** What .NET says of a number that a type cannot hold. */
export function outOfRange(typeName: string): string {
  const name = typeName.slice(typeName.lastIndexOf('.') + 1);
  const unsignedByte = name === 'Byte' ? 'an unsigned byte' : name === 'SByte' ? 'a signed byte' : undefined;
  return `Value was either too large or too small for ${unsignedByte ?? `${article(name)} ${name}`}.`;
}
