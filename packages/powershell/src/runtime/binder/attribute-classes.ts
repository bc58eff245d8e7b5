import { fullTypeName } from '../../syntax/type-name.ts';
import type { AttributeCode } from '../compile/parameter-code.ts';
import type { Frame } from '../engine/frame.ts';
import { scriptError } from '../errors/script-error.ts';
import { invokeMember, invokeStatic } from '../members/invoke-member.ts';
import { type RunScriptMember, setMember } from '../members/get-member.ts';
import type { DotNetType } from '../types/define-type.ts';
import { listOf } from '../values/enumerate.ts';
import { runningSession } from '../values/running-session.ts';
import { toText } from '../values/to-text.ts';
import { TypeValue } from '../values/type-value.ts';
import { eachElement } from './validate.ts';
import type { ParameterDraft } from './parameter-draft.ts';

const automation = 'System.Management.Automation.';

const run: RunScriptMember = (member, self, args) =>
  runningSession().callBlock(member.kind === 'script' ? member.getter : member.script, {
    args,
    variables: { this: self },
  });

/** An attribute whose class the script or the runtime declares: a transformation or a check of its own. */
export function applyAttributeClass(frame: Frame, draft: ParameterDraft, attribute: AttributeCode): void {
  const type = attributeType(frame, attribute);
  const { args, named } = attribute.evaluate(frame);
  const made = invokeStatic({ target: new TypeValue(type), name: 'new', args, run });
  for (const [name, value] of named) setMember(made, name, value);
  const is = (name: string) => frame.session.types.isAssignable(type, `${automation}${name}`);
  const call = (name: string, values: readonly unknown[]) => invokeMember({ target: made, name, args: values, run });
  if (is('ArgumentTransformationAttribute')) {
    draft.transformations.push((value) => (value === null ? value : call('Transform', [null, value])));
  } else if (is('ValidateEnumeratedArgumentsAttribute')) {
    draft.checks.push(eachElement((element) => void call('ValidateElement', [element])));
  } else if (is('ValidateArgumentsAttribute')) {
    draft.checks.push((value) => void call('Validate', [value, null]));
  }
}

function attributeType({ session }: Frame, { typeName }: AttributeCode): DotNetType {
  const name = fullTypeName(typeName);
  const type = session.types.find(name) ?? session.types.find(`${name}Attribute`);
  if (!type) throw scriptError('CustomAttributeTypeNotFound', [name]);
  return type;
}

/** The values that a class gives ValidateSet. Source: IValidateSetValuesGenerator. */
export function generatedValues(type: TypeValue): readonly string[] {
  const made = invokeStatic({ target: type, name: 'new', args: [], run });
  const values = invokeMember({ target: made, name: 'GetValidValues', args: [], run });
  return (listOf(values) ?? [values]).map((value) => toText(value));
}
