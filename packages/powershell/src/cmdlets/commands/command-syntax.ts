import type { BindingPlan } from '../../runtime/binder/binding-plan.ts';
import { allSets } from '../../runtime/binder/parameter-spec.ts';
import type { PlanParameter, PlanUse } from '../../runtime/binder/plan-parameter.ts';
import { shortTypeName } from '../../runtime/types/display-type-name.ts';

/** One way of calling a command. */
export interface CommandSet {
  readonly name: string;
  readonly isDefault: boolean;
  /** Its parameters with their use in this set, in the order in which they are shown. */
  readonly parameters: readonly SetParameter[];
}

export interface SetParameter {
  readonly parameter: PlanParameter;
  readonly use: PlanUse;
}

/** The parameter sets of a command; one for all where it names none. */
export function commandSets({ sets, parameters, defaultFlag }: BindingPlan): readonly CommandSet[] {
  if (sets.count === 0) {
    return [{ name: allSets, isDefault: true, parameters: shownParameters(parameters, -1) }];
  }
  return Array.from({ length: sets.count }, (_, index) => {
    const flag = 1 << index;
    return {
      name: sets.nameOf(flag) ?? allSets,
      isDefault: flag === defaultFlag,
      parameters: shownParameters(parameters, flag),
    };
  });
}

/** Positions first, then what is mandatory, then the rest. Source: CommandParameterSetInfo.GenerateParametersInDisplayOrder. */
function shownParameters(parameters: readonly PlanParameter[], flag: number): readonly SetParameter[] {
  const inSet = parameters.flatMap((parameter) => {
    const [use] = parameter.usesIn(flag).toSorted((a, b) => b.flag - a.flag);
    return use && parameter.isIn(flag) ? [{ parameter, use }] : [];
  });
  const positional = inSet.filter(({ use }) => use.position !== undefined);
  const named = inSet.filter(({ use }) => use.position === undefined);
  return [
    ...positional.toSorted((a, b) => a.use.position! - b.use.position!),
    ...named.filter(({ use }) => use.mandatory),
    ...named.filter(({ use }) => !use.mandatory),
  ];
}

interface SyntaxOptions {
  readonly isAdvanced: boolean;
  /** What stands for a parameter's value. */
  readonly valueText?: (parameter: PlanParameter) => string;
}

/** `Name [[-First] <string>] [-Switch] [<CommonParameters>]`. */
export function syntaxLine(
  name: string,
  { parameters }: CommandSet,
  { isAdvanced, valueText = typeSyntax }: SyntaxOptions,
): string {
  const own = parameters.filter(({ parameter }) => parameter.details.group !== 'common');
  const parts = own.map((each) => parameterSyntax(each, valueText));
  return [name, ...parts, ...(isAdvanced ? ['[<CommonParameters>]'] : [])].join(' ');
}

function parameterSyntax({ parameter, use }: SetParameter, valueText: (parameter: PlanParameter) => string): string {
  const name = `-${parameter.name}`;
  if (parameter.isSwitch) return use.mandatory ? name : `[${name}]`;
  const shown = use.position === undefined ? name : `[${name}]`;
  const whole = `${shown} ${valueText(parameter)}`;
  return use.mandatory ? whole : `[${whole}]`;
}

/** `<string[]>`. */
export function typeSyntax({ type, spec }: PlanParameter): string {
  const name = type && type.name !== 'System.Object' ? shortTypeName(type.name) : (spec.shownType ?? 'Object');
  return `<${name.replace(/^[\w.]*\./, '')}>`;
}

/** All lines of a command's syntax. */
export const syntaxLines = (name: string, plan: BindingPlan): readonly string[] =>
  commandSets(plan).map((set) => syntaxLine(name, set, plan));
