import { bindingErrors, chooseParameterSet, type CmdletMetadata } from '@cutover/core/metadata';
import { shellErrors } from '../errors.ts';
import { commonParameters } from './common-parameters.ts';
import { convertValue, typeNameOf } from './convert-value.ts';
import type { CutArguments, NamedArgument } from './cut-arguments.ts';
import { findParameter, type FoundParameter } from './find-parameter.ts';

export type ActionPreference = 'Continue' | 'Ignore' | 'SilentlyContinue' | 'Stop';

/** What the shell itself answers; the Backend never sees it. */
export interface HostParameters {
  readonly Confirm?: boolean;
  readonly WhatIf?: boolean;
  readonly Verbose?: boolean;
  readonly ErrorAction?: ActionPreference;
  readonly WarningAction?: ActionPreference;
  readonly ProgressAction?: ActionPreference;
}

export interface BoundParameters {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly host: HostParameters;
}

/**
 * Binds a command line to a cmdlet's parameters by its generated metadata: names, positions, conversions, sets.
 * A credential comes out as `{ userName }`; its password is asked for afterwards.
 */
export function bindParameters(cmdlet: CmdletMetadata, { named, positional }: CutArguments): BoundParameters {
  const bound = new Map<string, unknown>();
  for (const argument of named) {
    const found = findParameter(cmdlet, argument.name);
    if (bound.has(found.name)) {
      throw bindingErrors.parameterAlreadyBound({ cmdlet: cmdlet.name, parameter: found.name });
    }
    bound.set(found.name, valueOf(cmdlet, found, argument));
  }
  for (const argument of positional) bindPosition({ cmdlet, bound, argument });
  const own = [...bound].filter(([name]) => name in cmdlet.parameters);
  chooseParameterSet(
    cmdlet,
    own.map(([name]) => name),
  );
  const isHost = ([name]: [string, unknown]): boolean => cmdlet.parameters[name]?.host ?? name in commonParameters;
  return {
    parameters: Object.fromEntries([...bound].filter((entry) => !isHost(entry))),
    host: Object.fromEntries([...bound].filter(isHost)),
  };
}

function valueOf(cmdlet: CmdletMetadata, { name, parameter }: FoundParameter, { value }: NamedArgument): unknown {
  if (parameter.refused && name in commonParameters) throw shellErrors.optionNotSupported({ option: name });
  if (parameter.refused) return value;
  if (parameter.type === 'SwitchParameter' && value === true) return true;
  if (parameter.type === 'SwitchParameter' && value === '') throw shellErrors.switchValueEaten({ parameter: name });
  if (value === true) {
    throw bindingErrors.missingArgument({ cmdlet: cmdlet.name, parameter: name, type: typeNameOf(parameter) });
  }
  return converted(cmdlet, { name, parameter }, value);
}

function converted(cmdlet: CmdletMetadata, { name, parameter }: FoundParameter, text: string): unknown {
  if (text === '') throw bindingErrors.argumentEmpty({ cmdlet: cmdlet.name, parameter: name });
  const conversion = convertValue(parameter, text);
  if ('value' in conversion) return conversion.value;
  const { type, reason } = conversion.misfit;
  throw bindingErrors.cannotConvertArgument({ cmdlet: cmdlet.name, parameter: name, value: text, type, reason });
}

interface Position {
  readonly cmdlet: CmdletMetadata;
  readonly bound: Map<string, unknown>;
  readonly argument: string;
}

/** Gives a value without a name to the next positional parameter that is free. */
function bindPosition({ cmdlet, bound, argument }: Position): void {
  const free = Object.entries(cmdlet.parameters)
    .filter(([name, { position, refused }]) => position !== undefined && !refused && !bound.has(name))
    .toSorted(([, one], [, other]) => one.position! - other.position!);
  const [next] = free;
  if (next === undefined) throw bindingErrors.positionalParameterNotFound({ cmdlet: cmdlet.name, argument });
  const [name, parameter] = next;
  bound.set(name, converted(cmdlet, { name, parameter }, argument));
}

/** Names of the bound credentials whose password is still to be asked for. */
export function credentialsIn(cmdlet: CmdletMetadata, { parameters }: BoundParameters): string[] {
  return Object.keys(parameters).filter((name) => cmdlet.parameters[name]?.type === 'PSCredential');
}
