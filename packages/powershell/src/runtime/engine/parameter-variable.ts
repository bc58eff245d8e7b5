import type { BoundParameter } from '../binder/bound-parameter.ts';
import { convertArgument } from '../binder/convert-argument.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import type { Frame } from './frame.ts';

const inFunction = { isFunction: true } as const;

/** What a parameter's variable makes of a value assigned to it; undefined when it takes anything. */
export function parameterConstraint(spec: BoundParameter): ((value: unknown) => unknown) | undefined {
  if (!spec.type) return undefined;
  const optional = { ...spec, mandatory: false };
  return (value) => convertArgument(optional, value, inFunction);
}

/** The value of a parameter that got no argument; a default runs in the function's own scope. */
export function defaultOf(spec: BoundParameter, frame: Frame): unknown {
  if (spec.defaultValue) return convertArgument({ ...spec, mandatory: false }, spec.defaultValue(frame), inFunction);
  if (spec.isSwitch) return new SwitchParameter(false);
  return spec.type?.valueType || spec.type?.name === 'System.String' ? emptyOf(spec) : null;
}

function emptyOf({ type }: BoundParameter): unknown {
  return type && !type.enumeration
    ? convertArgument({ name: '', type }, type.name === 'System.Boolean' ? false : null, inFunction)
    : null;
}
