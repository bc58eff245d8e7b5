import type { PlanParameter } from '../binder/plan-parameter.ts';
import type { CompiledScriptBlock } from '../compile/compiled.ts';
import { folderOf } from '../errors/script-position.ts';
import { GenericDictionary } from '../values/dictionary.ts';
import { Enumerator } from '../values/enumerator.ts';
import { boundParametersType, type InvocationInfo } from '../values/invocation-info.ts';
import { Variable } from './variable.ts';

/** What a call knows of its arguments. */
export interface CallArguments {
  readonly named: Iterable<readonly [PlanParameter, unknown]>;
  /** What no parameter took. */
  readonly rest: unknown[];
  readonly code: CompiledScriptBlock;
  readonly invocation: InvocationInfo;
}

interface CallVariable {
  readonly name: string;
  readonly value: (call: CallArguments) => unknown;
}

/** `$input`: what has come by the pipeline. */
export const inputOf = (items: readonly unknown[]): Enumerator =>
  new Enumerator(items, 'System.Collections.ArrayList+ArrayListEnumeratorSimple');

const callVariables: ReadonlyMap<string, CallVariable> = new Map<string, CallVariable>([
  ['args', { name: 'args', value: ({ rest }) => rest }],
  ['input', { name: 'input', value: () => inputOf([]) }],
  ['myinvocation', { name: 'MyInvocation', value: invocationOf }],
  ['pscommandpath', { name: 'PSCommandPath', value: ({ code }) => code.source.file ?? '' }],
  ['psscriptroot', { name: 'PSScriptRoot', value: ({ code }) => folderOf(code.source.file ?? '') }],
  ['psboundparameters', { name: 'PSBoundParameters', value: ({ named }) => boundParameters(named) }],
]);

/** The lower-case names of the variables that every call of a function has. */
export const callVariableNames: Iterable<string> = [...callVariables.keys()];

/** Makes such a variable when something asks for it: most functions use none. */
export function makeCallVariable(key: string, call: CallArguments): Variable | undefined {
  const found = callVariables.get(key);
  return found && new Variable(found.name, found.value(call));
}

function invocationOf({ invocation, named, rest }: CallArguments): InvocationInfo {
  invocation.bound = boundParameters(named);
  invocation.unbound = rest;
  return invocation;
}

export function boundParameters(named: CallArguments['named']): GenericDictionary {
  const table = new GenericDictionary(boundParametersType, 'ignore case');
  for (const [{ name }, value] of named) table.set(name, value);
  return table;
}
