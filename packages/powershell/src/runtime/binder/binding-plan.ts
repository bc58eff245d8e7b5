import { cannotBind, type ArgumentPlace } from './bind-error.ts';
import { allSets } from './parameter-spec.ts';
import { anySet, type PlanParameter } from './plan-parameter.ts';
import { setCount, type SetNames } from './set-names.ts';

export interface PlanOptions {
  readonly parameters: readonly PlanParameter[];
  readonly sets: SetNames;
  readonly defaultSet?: string | undefined;
  /** Which set is taken where several are complete. */
  readonly setOrder?: readonly string[];
  /** Cmdlets and advanced functions refuse what they do not know; plain functions gather it in `$args`. */
  readonly isAdvanced: boolean;
  /** Functions convert by transformation, cmdlets by coercion: their errors differ. */
  readonly isFunction: boolean;
}

/** What binding needs to know of a command, made once. */
export class BindingPlan {
  readonly parameters: readonly PlanParameter[];
  readonly sets: SetNames;
  readonly defaultFlag: number;
  readonly isAdvanced: boolean;
  readonly isFunction: boolean;
  readonly hasMandatory: boolean;
  readonly #byName = new Map<string, PlanParameter>();
  readonly #found = new Map<string, PlanParameter | null>();
  readonly #options: PlanOptions;

  constructor(options: PlanOptions) {
    const { parameters, sets, defaultSet, isAdvanced, isFunction } = options;
    this.#options = options;
    this.parameters = parameters;
    this.sets = sets;
    this.isAdvanced = isAdvanced;
    this.isFunction = isFunction;
    this.hasMandatory = parameters.some(({ isMandatorySomewhere }) => isMandatorySomewhere);
    this.defaultFlag = defaultSet === undefined || defaultSet === allSets ? 0 : sets.flagOf(defaultSet);
    for (const parameter of parameters) this.#name(parameter);
  }

  #name(parameter: PlanParameter): void {
    for (const alias of parameter.aliases) {
      const key = alias.toLowerCase();
      if (!this.#byName.has(key)) this.#byName.set(key, parameter);
    }
    if (this.#byName.get(parameter.key)?.key === parameter.key) {
      throw cannotBind('ParameterNameAlreadyExistsForCommand', undefined, [parameter.name]);
    }
    this.#byName.set(parameter.key, parameter);
  }

  /** The plan with the parameters that a dynamicparam block gave a call. */
  with(parameters: readonly PlanParameter[]): BindingPlan {
    return new BindingPlan({ ...this.#options, parameters: [...this.parameters, ...parameters] });
  }

  /** A parameter by its name, an alias, or an unambiguous beginning of one. */
  find(name: string, place: ArgumentPlace | undefined): PlanParameter | undefined {
    const key = name.toLowerCase();
    const known = this.#byName.get(key) ?? this.#found.get(key);
    if (known !== undefined) return known ?? undefined;
    const found = this.#byBeginning(key, name, place);
    this.#found.set(key, found ?? null);
    return found;
  }

  #byBeginning(key: string, name: string, place: ArgumentPlace | undefined): PlanParameter | undefined {
    if (key === '') return undefined;
    const matches = this.parameters.filter(
      (parameter) =>
        parameter.key.startsWith(key) || parameter.aliases.some((alias) => alias.toLowerCase().startsWith(key)),
    );
    if (matches.length < 2) return matches[0];
    const own = matches.filter(({ details }) => details.group !== 'common');
    if (own.length === 1) return own[0];
    throw cannotBind('AmbiguousParameter', place, [name, matches.map((match) => ` -${match.name}`).join('')]);
  }

  /** The flag of the set that is taken where those of these flags are complete; 0 where nothing says so. */
  firstOf(flags: number): number {
    const { setOrder = [] } = this.#options;
    const first = setOrder.map((name) => this.sets.find(name)).find((flag) => (flag & flags) !== 0);
    return first ?? 0;
  }

  /** The name of the set that flags stand for: the default one for all, none for several. */
  setName(flags: number): string {
    if (flags === anySet || flags === 0) return this.#options.defaultSet ?? allSets;
    return setCount(flags) > 1 ? '' : (this.sets.nameOf(flags) ?? '');
  }
}
