export { cultureByName, invariantCulture, type Culture, type DateSymbols, type NumberSymbols } from './culture.ts';
export { DotnetError, type DotnetExceptionType } from './dotnet-error.ts';
export { formatComposite, type FormatArgument } from './numbers/composite-format.ts';
export { formatNumber } from './numbers/format-number.ts';
export {
  integerRange,
  overflowText,
  type DecimalInput,
  type FixedIntegerType,
  type FloatInput,
  type IntegerInput,
  type NumberInput,
} from './numbers/number-input.ts';
