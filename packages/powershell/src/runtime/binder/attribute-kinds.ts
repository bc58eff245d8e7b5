import type { EvaluatedAttribute } from '../compile/parameter-code.ts';
import { convertTo } from '../conversions/convert.ts';
import { scriptError } from '../errors/script-error.ts';
import { coreTypes } from '../types/type-registry.ts';
import { EnumValue } from '../values/enum-value.ts';
import { listOf } from '../values/enumerate.ts';
import { toNumber, type NumericValue } from '../values/number-types.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { toText } from '../values/to-text.ts';
import { isTrue } from '../values/truth.ts';
import { TypeValue } from '../values/type-value.ts';
import { askedCredential } from './asked-credential.ts';
import type { ParameterDraft } from './parameter-draft.ts';
import { allSets, type ParameterUse } from './parameter-spec.ts';
import { checkOf, eachElement, failure, failureOr, setCheck } from './validate.ts';
import type { RangeKind, Validation } from './validation.ts';

/** What attributes need of the running session. */
export interface AttributeServices {
  /** Runs a block with `$_` set and gives what it wrote. */
  readonly callWithItem: (block: ScriptBlock, item: unknown) => unknown;
  /** The values that a class of the script generates for ValidateSet. */
  readonly generatedValues: (type: TypeValue) => readonly string[];
}

type ApplyAttribute = (draft: ParameterDraft, attribute: EvaluatedAttribute, services: AttributeServices) => void;

const check =
  (make: (attribute: EvaluatedAttribute) => Validation): ApplyAttribute =>
  (draft, attribute) =>
    void draft.checks.push(checkOf(make(attribute)));

const texts = (values: readonly unknown[]): string[] =>
  values.flatMap((value) => listOf(value) ?? [value]).map((value) => toText(value));

const messageOf = ({ named }: EvaluatedAttribute): { message?: string } =>
  named.has('errormessage') ? { message: toText(named.get('errormessage')) } : {};

const minAndMax = ({ args: [min, max] }: EvaluatedAttribute): { min: number; max: number } => {
  const int = coreTypes.find('System.Int32')!;
  const number = (value: unknown) => toNumber(convertTo(value ?? null, int) as NumericValue);
  return { min: number(min), max: number(max) };
};

/** The attributes of parameters and properties that the language itself knows, by their keys. */
export const attributeKinds: Readonly<Record<string, ApplyAttribute>> = {
  parameter: (draft, { named }) => {
    const set = named.has('parametersetname') ? toText(named.get('parametersetname')) : allSets;
    draft.sets.set(set, useOf(named));
    if (named.has('helpmessage')) draft.helpMessage = toText(named.get('helpmessage'));
  },
  alias: (draft, { args }) => void draft.aliases.push(...texts(args)),
  credential: (draft) => void draft.transformations.unshift(askedCredential),
  allownull: (draft) => void (draft.allowNull = true),
  allowemptystring: (draft) => void (draft.allowEmptyString = true),
  allowemptycollection: (draft) => void (draft.allowEmptyCollection = true),
  obsolete: (draft, { args: [message = ''] }) => void (draft.obsolete = toText(message)),
  pstypename: (draft, { args: [name] }) => void (draft.typeNameWanted = toText(name)),
  validaterange: (draft, { args }) => void draft.checks.push(checkOf(rangeOf(args))),
  validatelength: check((attribute) => ({ kind: 'length', ...minAndMax(attribute) })),
  validatecount: check((attribute) => ({ kind: 'count', ...minAndMax(attribute) })),
  validatepattern: check((attribute) => ({
    kind: 'pattern',
    pattern: toText(attribute.args[0]),
    ...(attribute.named.has('options') ? { options: regexOptions(attribute.named.get('options')) } : {}),
    ...messageOf(attribute),
  })),
  validateset: (draft, attribute, services) => void draft.checks.push(setOf(attribute, services)),
  validatescript: (draft, attribute, services) => void draft.checks.push(scriptCheck(attribute, services)),
  validatenotnull: check(() => ({ kind: 'notNull' })),
  validatenotnullorempty: check(() => ({ kind: 'notNullOrEmpty' })),
  validatenotnullorwhitespace: check(() => ({ kind: 'notNullOrWhiteSpace' })),
  validatedrive: check(({ args }) => ({ kind: 'drive', drives: texts(args) })),
  argumentcompleter: () => undefined,
  argumentcompletions: () => undefined,
  supportswildcards: () => undefined,
  psdefaultvalue: () => undefined,
  experimental: () => undefined,
  validatetrusteddata: () => undefined,
  dontshow: () => undefined,
  hidden: () => undefined,
};

const switches = {
  mandatory: 'mandatory',
  valuefromremainingarguments: 'remaining',
} as const;

function useOf(named: ReadonlyMap<string, unknown>): ParameterUse {
  const position = named.get('position');
  const use: { -readonly [K in keyof ParameterUse]: ParameterUse[K] } = { pipeline: pipelineOf(named) };
  for (const [key, name] of Object.entries(switches)) use[name] = isTrue(named.get(key) ?? false);
  if (position !== undefined)
    use.position = toNumber(convertTo(position, coreTypes.find('System.Int32')!) as NumericValue);
  return use;
}

function pipelineOf(named: ReadonlyMap<string, unknown>): ParameterUse['pipeline'] {
  const byValue = isTrue(named.get('valuefrompipeline') ?? false);
  const byProperty = isTrue(named.get('valuefrompipelinebypropertyname') ?? false);
  if (byValue) return byProperty ? 'both' : 'value';
  return byProperty ? 'property' : undefined;
}

const rangeKinds: readonly RangeKind[] = ['Positive', 'NonNegative', 'Negative', 'NonPositive'];

function rangeOf(args: readonly unknown[]): Validation {
  if (args.length === 2) return { kind: 'range', min: args[0], max: args[1] };
  const text = toText(args[0]);
  const range = rangeKinds.find((kind) => kind.toLowerCase() === text.toLowerCase());
  if (range) return { kind: 'rangeKind', range };
  throw scriptError('UndefinedIntegerToEnum', [
    text,
    'System.Management.Automation.ValidateRangeKind',
    rangeKinds.join(','),
  ]);
}

function regexOptions(value: unknown): number {
  const type = coreTypes.find('System.Text.RegularExpressions.RegexOptions');
  const options = type ? convertTo(value, type) : value;
  return options instanceof EnumValue ? Number(options.value) : 0;
}

function setOf(
  attribute: EvaluatedAttribute,
  { generatedValues }: AttributeServices,
): (value: unknown) => string | undefined {
  const { args, named } = attribute;
  const [first] = args;
  const known = texts(args);
  const values = args.length === 1 && first instanceof TypeValue ? () => generatedValues(first) : () => known;
  return setCheck(values, { matchCase: !isTrue(named.get('ignorecase') ?? true), ...messageOf(attribute) });
}

function scriptCheck(
  attribute: EvaluatedAttribute,
  { callWithItem }: AttributeServices,
): (value: unknown) => string | undefined {
  const [block] = attribute.args;
  const { message } = messageOf(attribute);
  return eachElement((element) => {
    if (element === null || !(block instanceof ScriptBlock)) return failure('notNull');
    if (isTrue(callWithItem(block, element))) return undefined;
    return failureOr(message, 'script', element, block.code.text);
  });
}
