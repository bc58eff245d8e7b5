import type { CmdletMetadata, ParameterMetadata } from './metadata-types.ts';

/** The syntax line of one parameter set as Get-Help prints it; what a cutover refuses is left out. */
export function syntaxOf(cmdlet: CmdletMetadata, set: string): string {
  const shown = Object.entries(cmdlet.parameters).filter(
    ([, parameter]) => !parameter.refused && (parameter.sets?.includes(set) ?? true),
  );
  const terms = shown
    .toSorted(([, one], [, other]) => rank(one, set) - rank(other, set))
    .map(([name, parameter]) => term(name, parameter, set));
  return [cmdlet.name, ...terms, '[<CommonParameters>]'].join(' ');
}

const isMandatory = ({ mandatory }: ParameterMetadata, set: string): boolean =>
  mandatory === true || (mandatory?.includes(set) ?? false);

// Positional ones first, then mandatory ones, -Confirm and -WhatIf last.
function rank(parameter: ParameterMetadata, set: string): number {
  if (parameter.position !== undefined) return parameter.position;
  if (parameter.host) return 300;
  return isMandatory(parameter, set) ? 100 : 200;
}

function term(name: string, parameter: ParameterMetadata, set: string): string {
  if (parameter.type === 'SwitchParameter') return `[-${name}]`;
  const label = parameter.position === undefined ? `-${name}` : `[-${name}]`;
  const value = `<${parameter.values && parameter.values.length < 6 ? parameter.values.join(' | ') : parameter.type}>`;
  return isMandatory(parameter, set) ? `${label} ${value}` : `[${label} ${value}]`;
}
