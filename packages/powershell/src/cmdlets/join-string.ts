import { listOfParameter, switchOf, textOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import { valueOrNull } from '../runtime/values/nothing.ts';
import { toText } from '../runtime/values/to-text.ts';
import { isPresent } from './objects/input-object.ts';
import { itemBlock } from './objects/item-block.ts';
import { propertyParameter } from './objects/property-parameter.ts';
import { propertyValues } from './objects/property-values.ts';

export const joinString: Cmdlet = {
  kind: 'cmdlet',
  name: 'Join-String',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.Utility.JoinStringCommand',
  defaultSet: 'Default',
  parameters: [
    { name: 'Property', type: 'Microsoft.PowerShell.Commands.PSPropertyExpression', position: 0 },
    { name: 'Separator', type: 'String', position: 1, allowEmptyString: true },
    { name: 'OutputPrefix', type: 'String', aliases: ['op'] },
    { name: 'OutputSuffix', type: 'String', aliases: ['os'] },
    { name: 'SingleQuote', type: 'SwitchParameter', sets: { SingleQuote: {} } },
    { name: 'DoubleQuote', type: 'SwitchParameter', sets: { DoubleQuote: {} } },
    { name: 'FormatString', type: 'String', sets: { Format: {} } },
    { name: 'UseCulture', type: 'SwitchParameter', unsupported: true },
    { name: 'InputObject', type: 'PSObject[]', pipeline: 'value' },
  ],
  create: (context) => join(context),
};

function join(context: CommandContext): Processor {
  const { out, parameters: given, session } = context;
  const valueOf = reader(context);
  const show = shower(context);
  const texts: string[] = [];
  return {
    process: () => {
      for (const item of listOfParameter(given, 'InputObject') ?? []) {
        if (isPresent(item)) texts.push(show(valueOf(item)));
      }
    },
    end: () => {
      const separator = textOf(given, 'Separator') ?? toText(session.scope.find('ofs')?.value ?? '');
      out.write((textOf(given, 'OutputPrefix') ?? '') + texts.join(separator) + (textOf(given, 'OutputSuffix') ?? ''));
    },
  };
}

function reader(context: CommandContext): (item: unknown) => unknown {
  const property = valueOrNull(context.parameters['Property']);
  if (property === null) return (item) => item;
  const { expression } = propertyParameter(property, { definition: 'measure', run: itemBlock(context) });
  return (item) => propertyValues(expression, item, context.session.formatting.source)[0]?.value ?? null;
}

function shower({ parameters: given, session }: CommandContext): (value: unknown) => string {
  const quote = switchOf(given, 'SingleQuote') ? "'" : switchOf(given, 'DoubleQuote') ? '"' : '';
  const format = textOf(given, 'FormatString');
  if (format) return (value) => session.formatting.source.format(value, format);
  return (value) => quote + toText(value) + quote;
}
