import { allSets, type ParameterSpec, type ParameterUse } from './parameter-spec.ts';
import type { Transformation } from './plan-parameter.ts';
import type { ArgumentCheck } from './validation.ts';

/** What the attributes of a function's parameter say, gathered one by one. */
export interface ParameterDraft {
  readonly aliases: string[];
  readonly sets: Map<string, ParameterUse>;
  readonly transformations: Transformation[];
  readonly checks: ArgumentCheck[];
  allowNull: boolean;
  allowEmptyString: boolean;
  allowEmptyCollection: boolean;
  obsolete: string | undefined;
  typeNameWanted: string | undefined;
  helpMessage: string | undefined;
}

export const emptyDraft = (): ParameterDraft => ({
  aliases: [],
  sets: new Map(),
  transformations: [],
  checks: [],
  allowNull: false,
  allowEmptyString: false,
  allowEmptyCollection: false,
  obsolete: undefined,
  typeNameWanted: undefined,
  helpMessage: undefined,
});

/** The specification that the attributes make. */
export function specOfDraft(name: string, draft: ParameterDraft, position: number | undefined): ParameterSpec {
  return {
    name,
    aliases: draft.aliases,
    ...(position === undefined ? {} : { position }),
    sets: draft.sets.size === 0 ? { [allSets]: {} } : Object.fromEntries(draft.sets),
    allowNull: draft.allowNull,
    allowEmptyString: draft.allowEmptyString,
    allowEmptyCollection: draft.allowEmptyCollection,
  };
}
