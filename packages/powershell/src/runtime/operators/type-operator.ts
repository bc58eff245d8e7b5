import { scriptError } from '../errors/script-error.ts';
import { callOverload } from '../members/invoke-member.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { typeNameOf, typeOf } from '../types/type-of.ts';
import { BigInteger, Char, Decimal, isNumeric } from '../values/number-types.ts';
import { CustomObject } from '../values/ps-object.ts';

/** The operators by the names of .NET's methods, with their signs. */
const signs = {
  op_Addition: '+',
  op_Subtraction: '-',
  op_Multiply: '*',
  op_Division: '/',
  op_Modulus: '%',
  op_BitwiseAnd: '-band',
  op_BitwiseOr: '-bor',
  op_ExclusiveOr: '-bxor',
  op_OnesComplement: '-bnot',
  op_LeftShift: '-shl',
  op_RightShift: '-shr',
} as const;

export type OperatorName = keyof typeof signs;

/** Types of .NET that the processor itself computes with have no operators of their own. */
const isPrimitive = (value: unknown): boolean =>
  typeof value === 'boolean' ||
  value instanceof Char ||
  (isNumeric(value) && !(value instanceof Decimal) && !(value instanceof BigInteger));

/** The operator that an operand's own type has, called as a method of it is. Source: ParserOps.ImplicitOp. */
export function callTypeOperator(name: OperatorName, left: unknown, right: unknown): unknown {
  const owner = left === null || isPrimitive(left) ? right : left;
  if (owner === null || isPrimitive(owner)) throw notDefined(name, left, right);
  const forms = typeOf(owner).operators?.[name];
  if (!forms) throw scriptError('MethodNotFound', [ownerName(owner), name], { target: name });
  return callOverload(forms, { name, shown: name, isCounted: true, args: [left, right], self: null });
}

function notDefined(name: OperatorName, left: unknown, right: unknown): Error {
  const [a, b] = [left, right].map((each) => (each === null ? '$null' : displayTypeName(typeNameOf(each))));
  return scriptError('NotADefinedOperationForType', [a!, signs[name], b!]);
}

const ownerName = (owner: unknown): string =>
  owner instanceof CustomObject ? 'System.Management.Automation.PSObject' : typeNameOf(owner);
