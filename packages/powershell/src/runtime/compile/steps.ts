import { scriptError } from '../errors/script-error.ts';
import { add, compute } from '../operators/add.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { typeNameOf } from '../types/type-of.ts';
import { EnumValue } from '../values/enum-value.ts';
import { operand } from '../values/boxed.ts';
import { isNumeric } from '../values/number-types.ts';

export type StepOperator = '++' | '--';

/** One more or one less. */
export const stepped = (operator: StepOperator, value: unknown): unknown =>
  operator === '++' ? add(value, 1) : compute('-', value, 1);

/** What is stepped: `$null` counts as 0, only numbers can be. */
export const stepper =
  (operator: StepOperator) =>
  (given: unknown): unknown => {
    const value = operand(given);
    if (value === null) return 0;
    if (isNumeric(value) || value instanceof EnumValue) return value;
    throw scriptError('OperatorRequiresNumber', [operator, displayTypeName(typeNameOf(value))]);
  };
