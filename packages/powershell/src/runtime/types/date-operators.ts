import { DateTime, DateTimeOffset, TimeSpan } from '../../dotnet/index.ts';
import { double, isNumeric, toNumber } from '../values/number-types.ts';
import { type Overload, overload } from './define-type.ts';

type Operators = Readonly<Record<string, readonly Overload[]>>;

/** The forms of an operator that knows its operands by what they are. */
function operatorForms(
  operator: (name: string, left: unknown, right: unknown) => unknown,
  signatures: Readonly<Record<string, readonly string[]>>,
): Operators {
  const forms = Object.entries(signatures).map(([name, each]) => [
    name,
    each.map((signature) =>
      overload(signature, (_self: null, left: unknown, right: unknown) => operator(name, left, right)),
    ),
  ]);
  return Object.fromEntries(forms) as Operators;
}

const pair = (left: string, right = left): string => `System.${left} left, System.${right} right`;

/** The operators of dates and times, for operands that are yet to be converted. */
export const dateOperators: Operators = operatorForms(dateOperator, {
  op_Addition: [pair('DateTime', 'TimeSpan')],
  op_Subtraction: [pair('DateTime', 'TimeSpan'), pair('DateTime')],
});
export const offsetOperators: Operators = operatorForms(offsetOperator, {
  op_Addition: [pair('DateTimeOffset', 'TimeSpan')],
  op_Subtraction: [pair('DateTimeOffset', 'TimeSpan'), pair('DateTimeOffset')],
});
export const spanOperators: Operators = operatorForms(spanOperator, {
  op_Addition: [pair('TimeSpan')],
  op_Subtraction: [pair('TimeSpan')],
  op_Multiply: [pair('TimeSpan', 'Double'), pair('Double', 'TimeSpan')],
  op_Division: [pair('TimeSpan', 'Double'), pair('TimeSpan')],
});

/** What an operator gives on operands of its types; undefined for others. */
export function dateOperator(name: string, left: unknown, right: unknown): unknown {
  if (!(left instanceof DateTime)) return undefined;
  if (name === 'op_Subtraction' && right instanceof DateTime) return left.subtract(right);
  if (!(right instanceof TimeSpan)) return undefined;
  if (name === 'op_Addition') return left.add(right);
  return name === 'op_Subtraction' ? left.add(right.negate()) : undefined;
}

export function offsetOperator(name: string, left: unknown, right: unknown): unknown {
  if (!(left instanceof DateTimeOffset)) return undefined;
  if (name === 'op_Subtraction' && right instanceof DateTimeOffset) return left.subtract(right);
  if (!(right instanceof TimeSpan)) return undefined;
  if (name === 'op_Addition') return left.add(right);
  return name === 'op_Subtraction' ? left.add(right.negate()) : undefined;
}

export function spanOperator(name: string, left: unknown, right: unknown): unknown {
  if (name === 'op_UnaryNegation') return (left as TimeSpan).negate();
  if (name === 'op_UnaryPlus') return left;
  if (left instanceof TimeSpan && right instanceof TimeSpan) return ofSpans(name, left, right);
  if (left instanceof TimeSpan && isNumeric(right)) {
    if (name === 'op_Multiply') return left.multiply(toNumber(right));
    return name === 'op_Division' ? left.divide(toNumber(right)) : undefined;
  }
  return name === 'op_Multiply' && isNumeric(left) && right instanceof TimeSpan
    ? right.multiply(toNumber(left))
    : undefined;
}

function ofSpans(name: string, left: TimeSpan, right: TimeSpan): unknown {
  if (name === 'op_Addition') return left.add(right);
  if (name === 'op_Subtraction') return left.subtract(right);
  return name === 'op_Division' ? double(Number(left.ticks) / Number(right.ticks)) : undefined;
}
