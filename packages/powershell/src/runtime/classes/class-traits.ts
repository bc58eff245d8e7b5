import { knownTypes } from '../values/running-session.ts';
import { membersOfType } from '../members/find-member.ts';
import { callOverload, methodsOf } from '../members/invoke-member.ts';
import type { DotNetType } from '../types/define-type.ts';
import { displayTypeName } from '../types/display-type-name.ts';
import { elementsOf } from '../values/enumerate.ts';
import type { ForeignTraits } from '../values/foreign-value.ts';
import { isNumeric, toNumber } from '../values/number-types.ts';
import { toText } from '../values/to-text.ts';
import { isTrue } from '../values/truth.ts';
import type { ClassCode } from './class-code.ts';

/** How instances of a class show, compare and calculate: by the methods that the class overrides. */
export function classTraits(type: DotNetType, { methods }: ClassCode): ForeignTraits<unknown> | undefined {
  const has = (name: string) => methods.some((method) => method.name.toLowerCase() === name);
  const inherited = type.baseType?.traits;
  const call = (self: unknown, name: string, args: readonly unknown[]) =>
    callOverload(membersOfType(type).methods.get(name)!, { name, args, self });
  const plainText = inherited?.text ?? (ofDotNet(type) ? undefined : () => displayTypeName(type.name));
  const text = has('tostring') ? (self: unknown) => toText(call(self, 'tostring', [])) : plainText;
  if (!text) return undefined;
  const compare = knownTypes().isAssignable(type, 'System.IComparable')
    ? (left: unknown, right: unknown) => orderOf(call(left, 'compareto', [right]))
    : inherited?.compare;
  const equals = has('equals')
    ? (left: unknown, right: unknown) => isTrue(call(left, 'equals', [right]))
    : inherited?.equals;
  const operator = staticOperator(type, methods) ?? inherited?.operator;
  const elements = knownTypes().isAssignable(type, 'System.Collections.IEnumerable')
    ? (self: unknown) => enumerated(call(self, 'getenumerator', []))
    : inherited?.elements;
  return {
    typeName: type.name,
    text,
    ...(compare ? { compare } : {}),
    ...(equals ? { equals } : {}),
    ...(operator ? { operator } : {}),
    ...(elements ? { elements } : {}),
  };
}

/** Instances of .NET types keep their own traits unless the class says otherwise. */
const ofDotNet = ({ baseType }: DotNetType): boolean =>
  baseType !== undefined &&
  baseType.name !== 'System.Object' &&
  !baseType.constructors?.some(({ isScript }) => isScript);

/** What an enumerator gives, one of a script's class too. */
function* enumerated(enumerator: unknown): Generator<unknown> {
  const known = elementsOf(enumerator);
  if (known) return yield* known;
  const call = (name: string) => callOverload(methodsOf(enumerator, name) ?? [], { name, args: [], self: enumerator });
  while (isTrue(call('MoveNext'))) yield call('get_Current');
}

const orderOf = (value: unknown): number => (isNumeric(value) ? toNumber(value) : 0);

/** `static [T] op_Addition([T]$a, [T]$b)` and its like. */
function staticOperator(type: DotNetType, methods: ClassCode['methods']): ForeignTraits<unknown>['operator'] {
  if (!methods.some(({ name }) => /^op_/i.test(name))) return undefined;
  return (name, left, right) => {
    const overloads = membersOfType(type).staticMethods.get(name.toLowerCase());
    return overloads && callOverload(overloads, { name, args: [left, right], self: null });
  };
}
