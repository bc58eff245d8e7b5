import { commandSets } from '../cmdlets/commands/command-syntax.ts';
import type { BindingPlan } from '../runtime/binder/binding-plan.ts';

import type { PlanParameter } from '../runtime/binder/plan-parameter.ts';
import { attributeKey } from '../runtime/compile/attributes.ts';
import { type Property, readOnly } from '../runtime/types/define-type.ts';
import { coreTypes } from '../runtime/types/type-registry.ts';
import { OrderedDictionary } from '../runtime/values/dictionary.ts';
import { CustomObject } from '../runtime/values/ps-object.ts';
import { knownTypes } from '../runtime/values/running-session.ts';
import { TypeValue } from '../runtime/values/type-value.ts';
import type { AttributeBaseAst } from '../syntax/ast.ts';
import { fullTypeName } from '../syntax/type-name.ts';
import { Version } from '../dotnet/index.ts';
import { CmdletInfo, type CommandInfo, FunctionInfo } from './command-info.ts';

const automation = 'System.Management.Automation.';

const typeOfParameter = ({ type }: PlanParameter): TypeValue => new TypeValue(type ?? coreTypes.find('System.Object')!);

/** Source: System.Management.Automation.ParameterMetadata. */
const metadataOf = (parameter: PlanParameter): CustomObject =>
  new CustomObject([`${automation}ParameterMetadata`, 'System.Object'])
    .setNote('Name', parameter.name)
    .setNote('ParameterType', typeOfParameter(parameter))
    .setNote('Aliases', [...parameter.aliases])
    .setNote('IsDynamic', parameter.details.group === 'dynamic')
    .setNote('SwitchParameter', parameter.isSwitch);

function parametersOf({ contract }: CommandInfo): OrderedDictionary | null {
  if (!contract) return null;
  const parameters = new OrderedDictionary();
  for (const parameter of contract().parameters) parameters.set(parameter.name, metadataOf(parameter));
  return parameters;
}

/** Source: System.Management.Automation.CommandParameterSetInfo. */
const setsOf = (plan: BindingPlan): readonly CustomObject[] =>
  commandSets(plan).map(({ name, isDefault, parameters }) =>
    new CustomObject([`${automation}CommandParameterSetInfo`, 'System.Object'])
      .setNote('Name', name)
      .setNote('IsDefault', isDefault)
      .setNote(
        'Parameters',
        parameters.map(({ parameter, use }) =>
          new CustomObject([`${automation}CommandParameterInfo`, 'System.Object'])
            .setNote('Name', parameter.name)
            .setNote('ParameterType', typeOfParameter(parameter))
            .setNote('IsMandatory', use.mandatory)
            .setNote('IsDynamic', parameter.details.group === 'dynamic')
            .setNote('Position', use.position ?? -2_147_483_648)
            .setNote('ValueFromPipeline', use.byValue)
            .setNote('ValueFromPipelineByPropertyName', use.byProperty)
            .setNote('ValueFromRemainingArguments', use.remaining)
            .setNote('HelpMessage', '')
            .setNote('Aliases', [...parameter.aliases]),
        ),
      ),
  );

function outputTypesOf(command: CommandInfo): readonly CustomObject[] {
  return outputNames(command).map((name) => {
    const type = knownTypes().find(name);
    return new CustomObject([`${automation}PSTypeName`, 'System.Object'])
      .setNote('Name', type?.name ?? name)
      .setNote('Type', type ? new TypeValue(type) : null)
      .setNote('TypeDefinitionAst', null);
  });
}

function outputNames(command: CommandInfo): readonly string[] {
  if (command instanceof CmdletInfo) return command.cmdlet.outputTypes ?? [];
  if (!(command instanceof FunctionInfo)) return [];
  const attributes = command.command.code.ast.paramBlock?.attributes ?? [];
  return attributes.filter(isOutputType).flatMap(namesIn);
}

const isOutputType = (attribute: AttributeBaseAst): boolean => attributeKey(attribute.typeName) === 'outputtype';

/** The types that `[OutputType([int], 'Name')]` names. */
const namesIn = (attribute: AttributeBaseAst): string[] =>
  attribute.type !== 'Attribute'
    ? []
    : attribute.positionalArguments.flatMap((argument) => {
        if (argument.type === 'TypeExpression') return [fullTypeName(argument.typeName)];
        return argument.type === 'StringConstantExpression' ? [argument.value] : [];
      });

const moduleOf = (command: CommandInfo): string => {
  if (command instanceof FunctionInfo) return command.command.closure?.module?.name ?? '';
  return command instanceof CmdletInfo ? (command.cmdlet.module ?? '') : '';
};

const moduleObject = (name: string): CustomObject | null =>
  name === '' ? null : new CustomObject([`${automation}PSModuleInfo`, 'System.Object']).setNote('Name', name);

/** What all commands tell of themselves besides kind, name and definition. */
export const commandMembers: Readonly<Record<string, Property>> = {
  Version: readOnly((command: CommandInfo) => (moduleOf(command) === '' ? null : new Version(7, 0, 0, 0))),
  Source: readOnly(moduleOf),
  ModuleName: readOnly(moduleOf),
  Module: readOnly((command: CommandInfo) => moduleObject(moduleOf(command))),
  Parameters: readOnly(parametersOf),
  ParameterSets: readOnly((command: CommandInfo) => (command.contract ? setsOf(command.contract()) : [])),
  OutputType: readOnly(outputTypesOf),
  Visibility: readOnly(() => 'Public'),
  RemotingCapability: readOnly(() => 'PowerShell'),
  HelpUri: readOnly(() => ''),
};
