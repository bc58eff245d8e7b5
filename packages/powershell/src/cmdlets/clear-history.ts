import { listOfParameter, numberOf, switchOf, textsOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { type NumericValue, toNumber } from '../runtime/values/number-types.ts';
import { matchesWildcard } from '../format/wildcard.ts';

const byId = 'IDParameter';
const byLine = 'CommandLineParameter';

export const clearHistory: Cmdlet = {
  kind: 'cmdlet',
  name: 'Clear-History',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['clhy'],
  implementingType: 'Microsoft.PowerShell.Commands.ClearHistoryCommand',
  defaultSet: byId,
  confirms: 'Medium',
  parameters: [
    { name: 'Id', type: 'Int32[]', sets: { [byId]: { position: 0 } } },
    { name: 'CommandLine', type: 'String[]', sets: { [byLine]: {} }, validate: [{ kind: 'notNullOrEmpty' }] },
    { name: 'Count', type: 'Int32', position: 1, validate: [{ kind: 'range', min: 1, max: 2147483647 }] },
    { name: 'Newest', type: 'SwitchParameter' },
  ],
  create: (context) => ({ process: () => clear(context) }),
};

function clear({ parameters: given, session, shouldProcess }: CommandContext): void {
  const ids = listOfParameter(given, 'Id')?.map((id) => toNumber(id as NumericValue));
  const lines = textsOf(given, 'CommandLine');
  const count = numberOf(given, 'Count') ?? Infinity;
  const meant = session.history.entries.filter(
    ({ commandLine, id }) =>
      (!ids || ids.includes(id)) && (!lines || lines.some((pattern) => matchesWildcard(commandLine, pattern))),
  );
  const chosen = new Set(switchOf(given, 'Newest') ? meant.toReversed().slice(0, count) : meant.slice(0, count));
  if (chosen.size > 0 && shouldProcess('History', 'Clear-History'))
    session.history.remove((entry) => chosen.has(entry));
}
