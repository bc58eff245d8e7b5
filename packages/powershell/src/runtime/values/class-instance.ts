import type { DotNetType } from '../types/define-type.ts';
import type { ForeignTraits } from './foreign-value.ts';

const classKey = Symbol('class');

/** What a class of a script makes of an object: its type, its fields by lower-case name, and how it behaves. */
export interface ClassState {
  readonly type: DotNetType;
  readonly fields: Map<string, unknown>;
  readonly traits: ForeignTraits<unknown> | undefined;
}

/** An instance of a script's class that inherits from no .NET type but Object. */
export class ClassInstance {}

/** Makes an object an instance of a script's class; one of a .NET type stays what it is besides. */
export function adopt(value: object, state: ClassState): object {
  Object.defineProperty(value, classKey, { value: state, configurable: true });
  if ('typeName' in value) Object.defineProperty(value, 'typeName', { value: state.type.name, configurable: true });
  return value;
}

/** What a script's class made of a value; undefined for all others. */
export const classState = (value: object): ClassState | undefined => (value as { [classKey]?: ClassState })[classKey];
