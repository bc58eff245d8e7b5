import type { DotNetType } from '../types/define-type.ts';
import { nothing } from '../values/nothing.ts';
import { Char } from '../values/number-types.ts';
import { holding } from '../values/reference.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import type { Conversion } from './conversion.ts';
import { rank } from './conversion-rank.ts';
import { cannotConvert } from './convert-error.ts';
import { numericTypeNamed } from './numeric-type-name.ts';
import { toEnum } from './to-enum.ts';
import { toNumeric } from './to-number.ts';

const values: Readonly<Record<string, () => unknown>> = {
  'System.Boolean': () => false,
  'System.Char': () => new Char('\0'),
  'System.Management.Automation.SwitchParameter': () => new SwitchParameter(false),
  'System.Void': () => nothing,
};

/** What `$null` becomes as a value of a type. Source: LanguagePrimitives.FigureConversionFromNull. */
export function nullConversion(to: DotNetType): Conversion {
  const number = numericTypeNamed(to.name);
  if (number) return { rank: rank.nullToValue, convert: () => toNumeric(null, number) };
  if (to.name === 'System.String') return { rank: rank.toString, convert: () => '' };
  const value = values[to.name];
  if (value) return { rank: rank.nullToValue, convert: value };
  if (to.name === 'System.Management.Automation.PSReference')
    return { rank: rank.nullToReference, convert: () => holding(null) };
  if (to.name.startsWith('System.Nullable`1')) return { rank: rank.nullToValue, convert: () => null };
  return to.valueType || to.enumeration ? refusal : { rank: rank.nullToReference, convert: () => null };
}

const refusal: Conversion = {
  rank: rank.none,
  convert: (value, type) => {
    if (type.enumeration) return toEnum(value, type);
    throw cannotConvert(value, type.name);
  },
};
