import type { Frame } from '../engine/frame.ts';
import type { DotNetType } from '../types/define-type.ts';
import { coreTypes } from '../types/type-registry.ts';
import type { ParameterSpec } from './parameter-spec.ts';

/** A parameter with its type resolved. */
export interface BoundParameter extends Omit<ParameterSpec, 'type'> {
  readonly type?: DotNetType | undefined;
  readonly isSwitch?: boolean;
  /** The value without an argument; runs in the function's own scope. */
  readonly defaultValue?: ((frame: Frame) => unknown) | undefined;
}

const resolved = new WeakMap<readonly ParameterSpec[], readonly BoundParameter[]>();

/** The parameters of a cmdlet with their types resolved, once. */
export function resolveParameters(specs: readonly ParameterSpec[]): readonly BoundParameter[] {
  const known = resolved.get(specs);
  if (known) return known;
  const made = specs.map(resolve);
  resolved.set(specs, made);
  return made;
}

function resolve({ type: name, ...spec }: ParameterSpec): BoundParameter {
  if (name === 'SwitchParameter') return { ...spec, isSwitch: true };
  return { ...spec, type: name === undefined || name === 'PSObject' ? undefined : typeNamed(name) };
}

/** A PSObject takes any object as it is; a type that is not declared takes what already is of it. */
const typeNamed = (name: string): DotNetType => {
  const known = name === 'PSObject[]' ? 'Object[]' : name;
  return coreTypes.find(known) ?? { name: known };
};
