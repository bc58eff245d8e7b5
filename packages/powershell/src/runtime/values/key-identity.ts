import { EnumValue } from './enum-value.ts';
import { foreignTraits } from './foreign-value.ts';
import { numberText } from './number-text.ts';
import { Char, isNumeric, numericType } from './number-types.ts';

/** Whether texts that differ in case alone are one key. */
export type KeyRule = 'ignore case' | 'match case';

/** What two values have in common that .NET's Equals takes for one. Texts and plain numbers, the usual keys, are themselves. */
export function identityOf(key: unknown, rule: KeyRule): unknown {
  if (typeof key === 'string') return rule === 'ignore case' ? key.toLowerCase() : key;
  if (typeof key === 'number') return key;
  const text = textOf(key);
  return text === undefined ? key : noText + text;
}

/** Begins what no script has as a text. */
const noText = '\0\uFFFF';

function textOf(key: unknown): string | undefined {
  if (isNumeric(key)) return `${numericType(key)} ${numberText(key)}`;
  if (key instanceof Char) return `c${key.value}`;
  if (key instanceof EnumValue) return `e${key.typeName} ${key.value}`;
  const foreign = typeof key === 'object' && key !== null ? foreignTraits(key) : undefined;
  return foreign?.compare ? `f${foreign.typeName} ${foreign.text(key)}` : undefined;
}
