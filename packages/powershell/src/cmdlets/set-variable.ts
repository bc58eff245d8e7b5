import { switchOf, textOf, textsOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import { Variable } from '../runtime/engine/variable.ts';
import { nothing } from '../runtime/values/nothing.ts';
import { toText } from '../runtime/values/to-text.ts';
import { assign, describe, reporting } from './variables/change-variable.ts';
import { matchingVariables, scopeNamed } from './variables/matching-variables.ts';
import { hasWildcard } from '../format/expression.ts';

export const setVariable: Cmdlet = {
  kind: 'cmdlet',
  name: 'Set-Variable',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['set', 'sv'],
  implementingType: 'Microsoft.PowerShell.Commands.SetVariableCommand',
  confirms: 'Low',
  parameters: [
    { name: 'Name', type: 'String[]', position: 0, mandatory: true, pipeline: 'property' },
    { name: 'Value', position: 1, pipeline: 'both' },
    { name: 'Include', type: 'String[]' },
    { name: 'Exclude', type: 'String[]' },
    { name: 'Description', type: 'String' },
    { name: 'Option', type: 'System.Management.Automation.ScopedItemOptions' },
    { name: 'Force', type: 'SwitchParameter' },
    { name: 'Visibility', type: 'System.Management.Automation.SessionStateEntryVisibility' },
    { name: 'PassThru', type: 'SwitchParameter' },
    { name: 'Scope', type: 'String' },
  ],
  takesBoxed: true,
  create: (context) => setVariables(context),
};

/** A name given by itself gets all values of the pipeline, as one. */
function setVariables(context: CommandContext): Processor {
  const { hasInput, parameters: given } = context;
  const gathers = hasInput && 'Name' in given && !('Value' in given);
  const values: unknown[] = [];
  return {
    process: () => {
      if (gathers) values.push(given['Value']);
      else setAll(context, 'Value' in given ? given['Value'] : nothing);
    },
    end: () => {
      if (gathers) setAll(context, values.length > 1 ? values : values.length === 1 ? values[0] : nothing);
    },
  };
}

function setAll(context: CommandContext, value: unknown): void {
  for (const name of textsOf(context.parameters, 'Name') ?? [])
    reporting(context, () => setNamed(context, name, value));
}

function setNamed(context: CommandContext, name: string, value: unknown): void {
  const { out, parameters: given, session, shouldProcess } = context;
  const scopeName = textOf(given, 'Scope') ?? 'Local';
  const found = matchingVariables(context, name, scopeName).map(({ variable }) => variable);
  const isNew = found.length === 0 && !hasWildcard(name);
  for (const variable of isNew ? [new Variable(name, null)] : found) {
    if (!shouldProcess(`Name: ${variable.name} Value: ${toText(value)}`, 'Set variable')) continue;
    if (value !== nothing) assign(variable, value, context);
    describe(variable, context);
    if (isNew) scopeNamed(session, scopeName).put(variable);
    if (scopeName.toLowerCase() === 'private') variable.options = [...variable.options, 'Private'];
    if (switchOf(given, 'PassThru')) out.write(variable);
  }
}
