import { isScriptError } from '../errors/is-script-error.ts';
import { ExceptionValue } from '../values/error-record.ts';
import { listOf } from '../values/enumerate.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { requireUsableAction } from '../types/reserved-action.ts';
import { typeNameOf } from '../types/type-of.ts';
import { CustomObject } from '../values/ps-object.ts';
import { type ArgumentPlace, cannotBind } from './bind-error.ts';
import { coerceArgument, fitsUncoerced } from './coerce-argument.ts';
import type { PlanParameter, TransformOptions } from './plan-parameter.ts';

/** A value that this parameter does not take without conversion. */
export const unbound: unique symbol = Symbol('unbound');

export interface BindValueOptions extends TransformOptions {
  readonly place: ArgumentPlace | undefined;
}

/** An argument as its parameter has it: transformed, converted, checked. Source: ParameterBinderBase.BindParameter. */
export function bindValue(parameter: PlanParameter, given: unknown, options: BindValueOptions): unknown {
  if (typeof given === 'string' && parameter.spec.leaves?.includes(given.toLowerCase())) return unbound;
  const transformed = transform(parameter, given === nothing ? null : given, options);
  if (!options.coerce && !fitsUncoerced(parameter, transformed, options.isDefault)) return unbound;
  const value = coerceArgument(parameter, transformed, options.place);
  if (parameter.details.group === 'common') requireAction(parameter, value, options.place);
  if (options.isDefault) return value;
  checkTypeName(parameter, value, options.place);
  check(parameter, value, options.place);
  if (parameter.isMandatorySomewhere) requireContent(parameter, value, options.place);
  return value;
}

function transform({ name, details }: PlanParameter, given: unknown, options: BindValueOptions): unknown {
  let value = given;
  if (!details.transformations) return value;
  try {
    for (const each of details.transformations) value = each(value, options);
    return value;
  } catch (error) {
    if (!isScriptError(error)) throw error;
    const { exception } = error.record;
    const inner = isInvalidCast(exception) ? asTransformation(exception) : exception;
    throw cannotBind('ParameterArgumentTransformationError', options.place, [name, exception.message], inner);
  }
}

/** Whether an error comes of a cast that cannot be: other parameters may take the value then. */
export const isInvalidCast = ({ typeName, inner }: ExceptionValue): boolean =>
  typeName === 'System.Management.Automation.PSInvalidCastException' || (inner !== undefined && isInvalidCast(inner));

const asTransformation = (exception: ExceptionValue): ExceptionValue =>
  new ExceptionValue(
    'System.Management.Automation.ArgumentTransformationMetadataException',
    exception.message,
    exception.inner ?? exception,
  );

function requireAction({ name }: PlanParameter, value: unknown, place: ArgumentPlace | undefined): void {
  try {
    requireUsableAction(value);
  } catch (error) {
    if (!isScriptError(error)) throw error;
    const { exception } = error.record;
    const reason = `Exception setting "${name}": "${exception.message}"`;
    throw cannotBind('ParameterBindingFailed', place, [name, reason], exception);
  }
}

const validationException = 'System.Management.Automation.ValidationMetadataException';

function check({ name, details }: PlanParameter, value: unknown, place: ArgumentPlace | undefined): void {
  for (const each of details.checks) {
    const found = failureOf(() => each(value));
    if (found) throw cannotBind('ParameterArgumentValidationError', place, [name, found.message], found);
  }
}

function failureOf(run: () => string | undefined): ExceptionValue | undefined {
  try {
    const text = run();
    return text === undefined ? undefined : new ExceptionValue(validationException, text);
  } catch (error) {
    if (!isScriptError(error)) throw error;
    return error.record.exception;
  }
}

function checkTypeName({ name, details }: PlanParameter, value: unknown, place: ArgumentPlace | undefined): void {
  const wanted = details.typeNameWanted?.toLowerCase();
  if (wanted === undefined || valueOrNull(value) === null) return;
  for (const each of listOf(value) ?? [value]) {
    const names = each instanceof CustomObject ? each.typeNames : [typeNameOf(each)];
    if (names.some((known) => known.toLowerCase() === wanted)) continue;
    throw cannotBind('MismatchedPSTypeName', place, [name, details.typeNameWanted]);
  }
}

/** What a mandatory parameter refuses unless it allows it: null, an empty text, an empty list, and each as an element. */
function requireContent(parameter: PlanParameter, value: unknown, place: ArgumentPlace | undefined): void {
  const { name, spec, type } = parameter;
  if (refuses(value, spec, type?.name === 'System.String')) throw refusal(name, value, place);
  const items = type?.element || isList(type?.name) ? listOf(value) : undefined;
  if (!items) return;
  if (items.length === 0 && !spec.allowEmptyCollection) {
    const kind = type?.element ? 'Array' : 'Collection';
    throw cannotBind(`ParameterArgumentValidationErrorEmpty${kind}NotAllowed`, place, [name]);
  }
  if (type?.element?.valueType) return;
  const isTexts = type?.element?.name === 'System.String' || type?.name.includes('[[System.String,') === true;
  const bad = items.find((each) => refuses(each, spec, isTexts));
  if (bad !== undefined) throw refusal(name, bad, place);
}

const isList = (name = ''): boolean =>
  /^System\.Collections\.(?:ArrayList|Generic\.(?:List|IList|ICollection)`1|ObjectModel\.Collection`1)/.test(name);

const refuses = (value: unknown, spec: PlanParameter['spec'], isText: boolean): boolean =>
  valueOrNull(value) === null ? !spec.allowNull : isText && value === '' && !spec.allowEmptyString;

const refusal = (name: string, value: unknown, place: ArgumentPlace | undefined): Error =>
  cannotBind(`ParameterArgumentValidationError${value === '' ? 'EmptyString' : 'Null'}NotAllowed`, place, [name]);
