import { AttributeValue } from '../values/attribute-value.ts';
import { GenericDictionary } from '../values/dictionary.ts';
import { RuntimeParameter } from '../values/runtime-parameter.ts';
import { TypeValue } from '../values/type-value.ts';
import { listOf } from '../values/enumerate.ts';
import { type DotNetType, overload, readOnly, settable } from './define-type.ts';
import { coreTypes } from './type-registry.ts';

const automation = 'System.Management.Automation.';

interface AttributeDeclaration {
  readonly base?: string;
  /** The parameters of its constructors. */
  readonly constructors?: readonly string[];
  /** Properties that can be set, with what they are before. */
  readonly settable?: Readonly<Record<string, unknown>>;
  /** Properties that show arguments of the constructor, by their places. */
  readonly shown?: readonly string[];
}

const errorMessage = { ErrorMessage: null };

/** The attributes of the language that code can make. */
const attributes: Readonly<Record<string, AttributeDeclaration>> = {
  Parameter: {
    settable: {
      Position: -2_147_483_648,
      ParameterSetName: '__AllParameterSets',
      Mandatory: false,
      ValueFromPipeline: false,
      ValueFromPipelineByPropertyName: false,
      ValueFromRemainingArguments: false,
      HelpMessage: null,
      DontShow: false,
    },
  },
  Alias: { constructors: ['...string names'], shown: ['AliasNames'] },
  AllowNull: {},
  Credential: {},
  AllowEmptyString: {},
  AllowEmptyCollection: {},
  ValidateSet: {
    constructors: ['...string validValues'],
    settable: { ...errorMessage, IgnoreCase: true },
    shown: ['ValidValues'],
  },
  ValidateRange: { constructors: ['object minRange, object maxRange'], shown: ['MinRange', 'MaxRange'] },
  ValidateLength: { constructors: ['int minLength, int maxLength'], shown: ['MinLength', 'MaxLength'] },
  ValidateCount: { constructors: ['int minLength, int maxLength'], shown: ['MinLength', 'MaxLength'] },
  ValidatePattern: { constructors: ['string regexPattern'], settable: errorMessage, shown: ['RegexPattern'] },
  ValidateScript: {
    constructors: ['System.Management.Automation.ScriptBlock scriptBlock'],
    settable: errorMessage,
    shown: ['ScriptBlock'],
  },
  ValidateNotNull: {},
  ValidateNotNullOrEmpty: {},
  ValidateNotNullOrWhiteSpace: {},
  CmdletBinding: {
    settable: {
      DefaultParameterSetName: null,
      SupportsShouldProcess: false,
      ConfirmImpact: 'Medium',
      PositionalBinding: true,
      SupportsPaging: false,
      HelpUri: '',
    },
  },
  OutputType: { constructors: ['...object type'] },
  ArgumentCompleter: { constructors: ['System.Management.Automation.ScriptBlock scriptBlock'], shown: ['ScriptBlock'] },
};

/** Attributes that a script's own classes inherit from. */
const abstractAttributes: Readonly<Record<string, string>> = {
  'System.Management.Automation.Internal.CmdletMetadataAttribute': 'System.Attribute',
  [`${automation}ArgumentTransformationAttribute`]: 'System.Management.Automation.Internal.CmdletMetadataAttribute',
  [`${automation}ValidateArgumentsAttribute`]: 'System.Management.Automation.Internal.CmdletMetadataAttribute',
  [`${automation}ValidateEnumeratedArgumentsAttribute`]: `${automation}ValidateArgumentsAttribute`,
};

function attributeType(name: string, declaration: AttributeDeclaration): DotNetType {
  const typeName = `${automation}${name}Attribute`;
  const { constructors = [''], settable: set = {}, shown = [] } = declaration;
  return {
    name: typeName,
    base: 'System.Attribute',
    constructors: constructors.map((signature) =>
      overload(signature, (_type: unknown, ...args: unknown[]) => new AttributeValue(typeName, args)),
    ),
    properties: {
      ...Object.fromEntries(Object.entries(set).map(([property, initial]) => [property, valueOf(property, initial)])),
      ...Object.fromEntries(
        shown.map((property, index) => [property, readOnly((self: AttributeValue) => self.args[index] ?? null)]),
      ),
    },
  };
}

const typeOfInitial = (initial: unknown): string =>
  typeof initial === 'boolean' ? 'bool' : typeof initial === 'number' ? 'int' : 'string';

const valueOf = (property: string, initial: unknown) =>
  settable(
    ({ named }: AttributeValue) => named.get(property.toLowerCase()) ?? initial,
    ({ named }: AttributeValue, value: unknown) => void named.set(property.toLowerCase(), value),
    typeOfInitial(initial),
  );

const runtimeParameter: DotNetType = {
  name: `${automation}RuntimeDefinedParameter`,
  base: 'System.Object',
  constructors: [
    overload('', () => new RuntimeParameter('', coreTypes.find('System.Object')!, [])),
    overload(
      'string name, type parameterType, object attributes',
      (_type: unknown, name: string, type: TypeValue, given: unknown) =>
        new RuntimeParameter(name, type.type, listOf(given) ?? (given === null ? [] : [given])),
    ),
  ],
  properties: {
    Name: settable(
      (self: RuntimeParameter) => self.name,
      (self, name: string) => void (self.name = name),
      'string',
    ),
    ParameterType: settable(
      (self: RuntimeParameter) => new TypeValue(self.type),
      (self, value: TypeValue | null) => void (self.type = value?.type ?? coreTypes.find('System.Object')!),
      'type',
    ),
    Value: settable(
      (self: RuntimeParameter) => self.value,
      (self, value: unknown) => void (self.value = value),
      'object',
    ),
    IsSet: readOnly((self: RuntimeParameter) => self.isSet),
    Attributes: readOnly((self: RuntimeParameter) => self.attributes),
  },
};

export const runtimeParametersType = `${automation}RuntimeDefinedParameterDictionary`;

const runtimeParameters: DotNetType = {
  name: runtimeParametersType,
  base: 'System.Collections.Generic.Dictionary`2',
  interfaces: ['System.Collections.IDictionary'],
  constructors: [overload('', () => new GenericDictionary(runtimeParametersType, 'ignore case'))],
};

/** Attributes as values, and the parameters that a dynamicparam block makes. */
export const attributeTypes: readonly DotNetType[] = [
  ...Object.entries(abstractAttributes).map(([name, base]) => ({
    name,
    base,
    isAbstract: true,
    constructors: [overload('', () => new AttributeValue(name, []))],
  })),
  ...Object.entries(attributes).map(([name, declaration]) => attributeType(name, declaration)),
  { name: `${automation}IValidateSetValuesGenerator`, isInterface: true },
  { name: `${automation}DefaultParameterDictionary`, base: 'System.Collections.Hashtable' },
  runtimeParameter,
  runtimeParameters,
];
