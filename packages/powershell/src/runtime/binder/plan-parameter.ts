import type { Frame } from '../engine/frame.ts';
import type { DotNetType } from '../types/define-type.ts';
import { isOfType } from '../types/type-of.ts';
import { allSets, type ParameterSpec, type ParameterUse } from './parameter-spec.ts';
import type { ArgumentCheck } from './validation.ts';

/** How a parameter takes part in the set of this flag; 0 is all sets. */
export interface PlanUse {
  readonly flag: number;
  readonly position: number | undefined;
  readonly mandatory: boolean;
  readonly byValue: boolean;
  readonly byProperty: boolean;
  readonly remaining: boolean;
}

/** Makes another value of an argument before it is checked. */
export type Transformation = (value: unknown, options: TransformOptions) => unknown;

export interface TransformOptions {
  /** The parameter's type is asked for, too, not only whether the value is of it. */
  readonly coerce: boolean;
  readonly isDefault: boolean;
}

/** Whose parameter it is: the command's own, one that each has, or one that the call itself gave it. */
export type ParameterGroup = 'own' | 'common' | 'confirm' | 'dynamic';

/** What a function's parameter has besides its specification. */
export interface PlanDetails {
  readonly type: DotNetType | undefined;
  readonly group: ParameterGroup;
  /** A function's declared type and attributes; a cmdlet's type is coerced by the binder itself. */
  readonly transformations?: readonly Transformation[];
  readonly checks: readonly ArgumentCheck[];
  readonly obsolete?: string | undefined;
  readonly typeNameWanted?: string | undefined;
  /** Takes the bound value of a parameter that code made. */
  readonly receive?: (value: unknown) => void;
  /** The value without an argument; runs in the function's own scope. */
  readonly defaultValue?: ((frame: Frame) => unknown) | undefined;
}

export const anySet = -1;

/** A parameter as the binder works with it: flags for sets, its type resolved, its checks made. */
export class PlanParameter {
  readonly name: string;
  readonly key: string;
  readonly aliases: readonly string[];
  readonly spec: ParameterSpec;
  readonly uses: readonly PlanUse[];
  /** The sets that it names, as flags; 0 when it is in all of them and nothing else. */
  readonly flags: number;
  readonly inAllSets: boolean;
  readonly isMandatorySomewhere: boolean;
  readonly isPipelineSomewhere: boolean;
  readonly isRemainingSomewhere: boolean;
  readonly type: DotNetType | undefined;
  readonly isSwitch: boolean;
  readonly details: PlanDetails;

  constructor(spec: ParameterSpec, details: PlanDetails, flagOf: (set: string) => number) {
    this.spec = spec;
    this.name = spec.name;
    this.key = spec.name.toLowerCase();
    this.aliases = spec.aliases ?? [];
    this.details = details;
    this.type = details.type;
    this.isSwitch = details.type?.name === 'System.Management.Automation.SwitchParameter';
    this.uses = Object.entries(spec.sets ?? { [allSets]: {} }).map(([set, use]) => planUse(flagOf(set), spec, use));
    this.flags = this.uses.reduce((all, { flag }) => all | flag, 0);
    this.inAllSets = this.uses.some(({ flag }) => flag === 0);
    this.isMandatorySomewhere = this.uses.some(({ mandatory }) => mandatory);
    this.isPipelineSomewhere = this.uses.some(({ byValue, byProperty }) => byValue || byProperty);
    this.isRemainingSomewhere = this.uses.some(({ remaining }) => remaining);
  }

  /** Its uses in any of these sets. */
  usesIn(flags: number): readonly PlanUse[] {
    return this.uses.filter(({ flag }) => flag === 0 || (flag & flags) !== 0);
  }

  isIn(flags: number): boolean {
    return this.inAllSets || (this.flags & flags) !== 0;
  }

  /** Whether a value needs no conversion. */
  accepts(value: unknown): boolean {
    return !this.type || this.type.name === 'System.Object' || isOfType(value, this.type.name);
  }
}

function planUse(flag: number, spec: ParameterSpec, own: ParameterUse): PlanUse {
  const { position, mandatory = false, pipeline, remaining = false } = { ...spec, ...own };
  return {
    flag,
    position,
    mandatory,
    byValue: pipeline === 'value' || pipeline === 'both',
    byProperty: pipeline === 'property' || pipeline === 'both',
    remaining,
  };
}
