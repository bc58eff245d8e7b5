import { cannotBind } from './bind-error.ts';
import type { CommandBinding } from './command-binding.ts';
import { anySet, type PlanParameter, type PlanUse } from './plan-parameter.ts';
import { setCount } from './set-names.ts';

/** The mandatory parameters without a value, of one set or (flag -1) of all. */
interface Missing {
  readonly flag: number;
  readonly byInput: PlanParameter[];
  readonly byValue: PlanParameter[];
  readonly byProperty: PlanParameter[];
  /** Which no object of the pipeline can give. */
  readonly others: PlanParameter[];
}

/** Asks for mandatory parameters that are missing or throws. Source: HandleUnboundMandatoryParameters. */
export function requireMandatory(binding: CommandBinding, possibleSets: number): void {
  const missing = [...new Set(missingParameters(binding, possibleSets))];
  if (missing.length === 0) return;
  const { prompt } = binding.surroundings;
  if (!prompt) {
    throw cannotBind('MissingMandatoryParameter', undefined, [missing.map(({ name }) => ` ${name}`).join('')]);
  }
  for (const [parameter, value] of prompt(missing)) binding.bind(parameter, value, { coerce: true, place: undefined });
}

/** The mandatory parameters that neither the command line nor an object of the pipeline gave. */
export function missingMandatory(binding: CommandBinding): readonly PlanParameter[] {
  const bySet = gather(binding);
  return binding.open.filter((parameter) => !binding.values.has(parameter) && bySet.some((set) => has(set, parameter)));
}

function missingParameters(binding: CommandBinding, possibleSets: number): readonly PlanParameter[] {
  const bySet = gather(binding);
  if (bySet.length === 0) return [];
  if (!binding.surroundings.hasInput)
    return binding.open.filter((parameter) => bySet.some((set) => has(set, parameter)));
  const flags = mandatoryFlags(binding, bySet, possibleSets);
  const count = setCount(flags);
  if (count === 0) throw binding.ambiguous();
  if (count === 1) return othersOf(bySet, flags);
  return binding.preferredFlag === 0 ? amongSets(binding, bySet, flags) : [];
}

const has = ({ byInput, others }: Missing, parameter: PlanParameter): boolean =>
  byInput.includes(parameter) || others.includes(parameter);

function gather(binding: CommandBinding): readonly Missing[] {
  const bySet = new Map<number, Missing>();
  for (const parameter of binding.open) {
    if (!parameter.isMandatorySomewhere) continue;
    for (const use of parameter.usesIn(binding.flags)) if (use.mandatory) note(bySet, parameter, use);
  }
  return [...bySet.values()];
}

function note(bySet: Map<number, Missing>, parameter: PlanParameter, use: PlanUse): void {
  const flag = use.flag === 0 ? anySet : use.flag;
  const missing = bySet.get(flag) ?? { flag, byInput: [], byValue: [], byProperty: [], others: [] };
  bySet.set(flag, missing);
  if (use.byValue) missing.byValue.push(parameter);
  if (use.byProperty) missing.byProperty.push(parameter);
  (use.byValue || use.byProperty ? missing.byInput : missing.others).push(parameter);
}

const concerns = ({ flag }: Missing, flags: number): boolean => flag === anySet || (flag & flags) !== 0;

const othersOf = (bySet: readonly Missing[], flags: number): PlanParameter[] =>
  bySet.filter((set) => concerns(set, flags)).flatMap(({ others }) => others);

/** The sets with something missing. Those that input cannot complete are given up when the default set lacks nothing. */
function mandatoryFlags(binding: CommandBinding, bySet: readonly Missing[], possibleSets: number): number {
  const { plan } = binding;
  const own = bySet.filter(({ flag }) => flag !== anySet).reduce((all, { flag }) => all | (flag & binding.flags), 0);
  const isInAll = bySet.some(({ flag }) => flag === anySet);
  const flags = isInAll ? binding.flags & (plan.sets.allFlags || anySet) : own === 0 ? binding.flags : own;
  const { defaultFlag } = plan;
  const isDefaultComplete = (defaultFlag & flags) === 0 && (defaultFlag & binding.flags) !== 0;
  if (possibleSets < 2 || !isDefaultComplete) return flags;
  const completable = bySet.some(
    ({ flag, byInput }) => flag !== anySet && (flag & binding.flags) !== 0 && byInput.length > 0,
  );
  return completable ? flags : preferDefault(binding, flags);
}

function preferDefault(binding: CommandBinding, flags: number): number {
  const rest = binding.flags & ~flags;
  binding.flags = rest;
  if (rest === binding.plan.defaultFlag) binding.setName = binding.plan.setName(rest);
  else binding.preferredFlag = binding.plan.defaultFlag;
  return rest;
}

function amongSets(binding: CommandBinding, bySet: readonly Missing[], flags: number): readonly PlanParameter[] {
  const { defaultFlag } = binding.plan;
  if ((flags & defaultFlag) !== 0 && latchesOnDefault(bySet, defaultFlag)) {
    binding.chooseSet(defaultFlag);
    return othersOf(bySet, defaultFlag);
  }
  const named = bySet.filter(({ flag }) => flag !== anySet && (flag & flags) !== 0);
  const byValue = named.filter((set) => set.byValue.length > 0);
  const byProperty = named.filter((set) => set.byProperty.length > 0);
  const unique = uniqueSet(byValue, byProperty);
  if (unique) return choose(binding, bySet, unique.flag);
  return withoutUniqueSet(binding, bySet, { flags, byValue, byProperty });
}

function latchesOnDefault(bySet: readonly Missing[], defaultFlag: number): boolean {
  const others = bySet.filter(({ flag }) => flag !== anySet && (flag & defaultFlag) === 0);
  const otherTakesInput = others.some((set) => set.byInput.length > 0 && set.others.length === 0);
  const own = bySet.find(({ flag }) => flag === defaultFlag);
  if (own && own.byProperty.length > 0 && !others.some(({ byProperty }) => byProperty.length > 0)) return true;
  if (!otherTakesInput) return true;
  return bySet.some((set) => set.flag === anySet && set.others.length > 0);
}

function uniqueSet(byValue: readonly Missing[], byProperty: readonly Missing[]): Missing | undefined {
  const [value, property] = [byValue, byProperty].map((sets) => (sets.length === 1 ? sets[0] : undefined));
  if (byValue.length > 0 && byProperty.length > 0) return value && value === property ? value : undefined;
  return value ?? property;
}

/** Stays with a set that input can complete; what it lacks otherwise is missing. Source: PreservePotentialParameterSets. */
function choose(binding: CommandBinding, bySet: readonly Missing[], chosen: number): readonly PlanParameter[] {
  const lacksOthers = bySet.some(({ flag, others }) => flag === chosen && others.length > 0);
  if (lacksOthers) binding.chooseSet(chosen);
  else {
    ignoreSets(
      binding,
      bySet.filter((set) => !concerns(set, chosen)).reduce((all, { flag }) => all | flag, 0),
    );
    binding.setName = binding.plan.setName(binding.flags);
    if (binding.flags !== chosen) binding.preferredFlag = chosen;
  }
  return othersOf(bySet, chosen);
}

function ignoreSets(binding: CommandBinding, flags: number): void {
  if (flags === 0) return;
  binding.flags = (binding.flags === anySet ? binding.plan.sets.allFlags : binding.flags) & ~flags;
}

interface InputSets {
  readonly flags: number;
  readonly byValue: readonly Missing[];
  readonly byProperty: readonly Missing[];
}

function withoutUniqueSet(
  binding: CommandBinding,
  bySet: readonly Missing[],
  { flags, byValue, byProperty }: InputSets,
): readonly PlanParameter[] {
  const lacking = bySet.filter((set) => concerns(set, flags) && set.others.length > 0);
  if (lacking.length === 0) return [];
  if (byValue.length === 1) return choose(binding, bySet, byValue[0]!.flag);
  if (byValue.length < 2 && byProperty.length < 2) throw binding.ambiguous();
  ignoreSets(
    binding,
    lacking.filter(({ flag }) => flag !== anySet).reduce((all, { flag }) => all | flag, 0),
  );
  if (binding.flags === 0) throw binding.ambiguous();
  if (setCount(binding.flags) === 1) binding.setName = binding.plan.setName(binding.flags);
  return [];
}
