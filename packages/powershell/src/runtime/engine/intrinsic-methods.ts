import { listOf } from '../values/enumerate.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { isNumeric, toNumber } from '../values/number-types.ts';
import { toText } from '../values/to-text.ts';
import { isTrue } from '../values/truth.ts';
import { List } from '../values/list.ts';
import { MemberInfo } from '../values/member-info.ts';
import { convertTo } from '../conversions/convert.ts';
import { objectCollection } from '../types/assemblies.ts';
import type { DotNetType } from '../types/define-type.ts';
import { genericName } from '../types/generic-types.ts';
import { TypeValue } from '../values/type-value.ts';
import { asInvocationError, invokeMember, type MethodCall } from '../members/invoke-member.ts';
import { getMember } from '../members/get-member.ts';
import { callBlockForValue, callWithItem, captureClosure, runScriptMember } from './call-block.ts';
import type { Frame } from './frame.ts';
import { invokeWithContext } from './invoke-with-context.ts';

type Intrinsic = (frame: Frame, call: MethodCall) => unknown;

const onLists: Readonly<Record<string, Intrinsic>> = {
  foreach: (frame, { target, args: [action] }) => {
    const items = listOf(target) ?? [target];
    if (action instanceof ScriptBlock) {
      return collection(items.flatMap((item) => resultItems(callWithItem(frame, action, item))));
    }
    if (action instanceof TypeValue) return typedCollection(items, action.type);
    return collection(items.map((item) => memberOrResult(frame, item, toText(action))));
  },
  where: (frame, { target, args: [condition, mode = 'Default', count = 0] }) => {
    const items = listOf(target) ?? [target];
    const test = (item: unknown) => condition instanceof ScriptBlock && isTrue(callWithItem(frame, condition, item));
    const found = whereModes[toText(mode).toLowerCase()]?.(items, test, isNumeric(count) ? toNumber(count) : 0) ?? [];
    return collection(found);
  },
};

const collection = (items: unknown[]): List => new List(objectCollection, items);

/** ForEach([type]): every element in that type. */
function typedCollection(items: readonly unknown[], type: DotNetType): List {
  const typeName = genericName('System.Collections.ObjectModel.Collection`1', [type.name]);
  return new List(
    typeName,
    items.map((item) => convertTo(item, type)),
  );
}

/** ForEach('Name'): the property, or what the method of that name gives. */
function memberOrResult(frame: Frame, target: unknown, name: string): unknown {
  const run = runScriptMember(frame);
  const member = getMember(target, name, run);
  const isMethod = member === undefined || (member instanceof MemberInfo && member.member.kind === 'typeMethod');
  return isMethod ? invokeMember({ target, name, args: [], run }) : member;
}

type WhereMode = (items: readonly unknown[], test: (item: unknown) => boolean, count: number) => unknown[];

const whereModes: Readonly<Record<string, WhereMode>> = {
  default: (items, test, count) => limited(items.filter(test), count),
  first: (items, test, count) => limited(items.filter(test), count || 1),
  last: (items, test, count) => items.filter(test).slice(-(count || 1)),
  split: (items, test) => [items.filter(test), items.filter((item) => !test(item))],
  until: (items, test, count) => limited(items.slice(0, firstIndex(items, test)), count),
  skipuntil: (items, test, count) => limited(items.slice(firstIndex(items, test)), count),
};

const limited = (items: unknown[], count: number): unknown[] => (count > 0 ? items.slice(0, count) : items);

function firstIndex(items: readonly unknown[], test: (item: unknown) => boolean): number {
  const index = items.findIndex(test);
  return index < 0 ? items.length : index;
}

const resultItems = (value: unknown): readonly unknown[] =>
  valueOrNull(value) === null ? (value === null ? [null] : []) : (listOf(value) ?? [value]);

const collected = (value: unknown): List =>
  value === nothing ? collection([]) : collection(value instanceof Array ? [...value] : [value]);

/** What a block throws is the error of the method that called it. */
function wrapping(name: string, args: readonly unknown[], run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    throw isScriptError(error) ? asInvocationError(error, name, args.length) : error;
  }
}

const onBlocks: Readonly<Record<string, Intrinsic>> = {
  invoke: (frame, { target, args }) =>
    wrapping('Invoke', args, () => collected(callBlockForValue(frame, target as ScriptBlock, { args }))),
  invokereturnasis: (frame, { target, args }) =>
    wrapping('InvokeReturnAsIs', args, () => callBlockForValue(frame, target as ScriptBlock, { args })),
  invokewithcontext: (frame, { target, args }) =>
    wrapping('InvokeWithContext', args, () => collected(invokeWithContext(frame, target as ScriptBlock, args))),
  getnewclosure: (frame, { target }) => captureClosure(frame, target as ScriptBlock),
};

/** Whether a method of this name may be one of the language's own. */
export const maybeIntrinsic = (name: string): boolean => {
  const key = name.toLowerCase();
  return key in onBlocks || key in onLists;
};

/** A List has a ForEach of its own, which gives nothing. */
const isGenericList = (target: unknown): boolean =>
  target instanceof List && target.typeName.startsWith('System.Collections.Generic.List`1');

/** Methods that the language gives every value, or that need the running session. */
export function intrinsicMethod({ target, name }: MethodCall): Intrinsic | undefined {
  const key = name.toLowerCase();
  if (target instanceof ScriptBlock && onBlocks[key]) return onBlocks[key];
  const intrinsic = onLists[key];
  if (!intrinsic || valueOrNull(target) === null) return undefined;
  return key === 'foreach' && isGenericList(target) ? undefined : intrinsic;
}
