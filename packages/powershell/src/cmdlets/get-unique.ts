import { switchOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../runtime/engine/command.ts';
import { toText } from '../runtime/values/to-text.ts';
import { inputReader, isPresent } from './objects/input-object.ts';
import { ValueComparer } from './objects/value-comparer.ts';

export const getUnique: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Unique',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['gu'],
  implementingType: 'Microsoft.PowerShell.Commands.GetUniqueCommand',
  defaultSet: 'AsString',
  parameters: [
    { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
    { name: 'AsString', type: 'SwitchParameter', sets: { AsString: {} } },
    { name: 'CaseInsensitive', type: 'SwitchParameter' },
    { name: 'OnType', type: 'SwitchParameter', sets: { UniqueByType: {} } },
  ],
  takesBoxed: true,
  create: (context) => unique(context),
};

/** Drops what equals the object before it. */
function unique(context: CommandContext): Processor {
  const read = inputReader(context);
  const equal = equality(context);
  let last: { readonly item: unknown } | undefined;
  return {
    process: (item) => {
      const input = read(item);
      if (!isPresent(input) || (last && equal(last.item, input))) return;
      last = { item: input };
      context.out.write(input);
    },
  };
}

function equality({ parameters: given, session }: CommandContext): (left: unknown, right: unknown) => boolean {
  const { source } = session.formatting;
  if (switchOf(given, 'OnType')) return (left, right) => source.typeNames(left)[0] === source.typeNames(right)[0];
  const comparer = new ValueComparer({ caseSensitive: !switchOf(given, 'CaseInsensitive') });
  if (switchOf(given, 'AsString')) return (left, right) => comparer.compare(toText(left), toText(right)) === 0;
  return (left, right) => comparer.compare(left, right) === 0;
}
