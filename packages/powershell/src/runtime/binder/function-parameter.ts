import type { Frame } from '../engine/frame.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { locatedAt } from '../errors/located-at.ts';
import { scriptError } from '../errors/script-error.ts';
import type { TypeName } from '../../syntax/type-name.ts';
import { fullTypeName } from '../../syntax/type-name.ts';
import type { AttributeCode, ParameterCode } from '../compile/parameter-code.ts';
import { runningSession } from '../values/running-session.ts';
import type { DotNetType } from '../types/define-type.ts';
import { askedCredential } from './asked-credential.ts';
import { type AttributeServices, attributeKinds } from './attribute-kinds.ts';
import { applyAttributeClass, generatedValues } from './attribute-classes.ts';
import { emptyDraft, type ParameterDraft, specOfDraft } from './parameter-draft.ts';
import { toParameterType } from './parameter-type.ts';
import { PlanParameter } from './plan-parameter.ts';
import type { SetNames } from './set-names.ts';

export interface FunctionParameterOptions {
  readonly frame: Frame;
  readonly sets: SetNames;
  /** The automatic position of the next parameter that takes one. */
  readonly nextPosition: () => number | undefined;
  readonly isAdvanced: boolean;
}

/** A function's parameter: its attributes evaluated, its types resolved. Source: Compiler.GetRuntimeDefinedParameter. */
export function functionParameter(code: ParameterCode, options: FunctionParameterOptions): PlanParameter {
  const { frame, sets } = options;
  const draft = emptyDraft();
  let type: DotNetType | undefined;
  // The original keeps attributes in the reverse of the order in which they are written.
  for (const attribute of code.attributes.toReversed()) {
    if (attribute.key === undefined) {
      const found = resolveType(frame, attribute.typeName);
      type = found;
      draft.transformations.push((value, { coerce }) => (coerce ? toParameterType(value, found, options) : value));
      if (found.name === 'System.Management.Automation.PSCredential') draft.transformations.unshift(askedCredential);
    } else locatedAt(frame, attribute.place, () => applyAttribute(frame, draft, attribute));
  }
  const isSwitch = type?.name === 'System.Management.Automation.SwitchParameter';
  const position = isSwitch ? undefined : options.nextPosition();
  const details = {
    type,
    group: 'own',
    transformations: draft.transformations,
    checks: draft.checks,
    obsolete: draft.obsolete,
    typeNameWanted: draft.typeNameWanted,
    defaultValue: code.defaultValue,
  } as const;
  return new PlanParameter(specOfDraft(code.name, draft, position), details, (set) => sets.flagOf(set));
}

function resolveType({ session }: Frame, typeName: TypeName): DotNetType {
  const type = session.types.resolve(typeName);
  if (!type) throw scriptError('TypeNotFound', [fullTypeName(typeName)], { target: fullTypeName(typeName) });
  return type;
}

/** Adds what an attribute says to what is known of a parameter or variable. */
export function applyAttribute(frame: Frame, draft: ParameterDraft, attribute: AttributeCode): void {
  const kind = attributeKinds[attribute.key];
  if (!kind) return applyAttributeClass(frame, draft, attribute);
  try {
    kind(draft, attribute.evaluate(frame), attributeServices);
  } catch (error) {
    if (!isScriptError(error)) throw error;
    const name = fullTypeName(attribute.typeName);
    throw scriptError('CustomAttributeError', [name, error.message], { inner: error.record.exception });
  }
}

/** What attributes ask of the running session. */
export const attributeServices: AttributeServices = {
  callWithItem: (block, item) => runningSession().callBlock(block, { variables: { _: item } }),
  generatedValues,
};
